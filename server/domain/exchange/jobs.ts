import { transaction } from '#db'
import { enqueue } from '../jobs/index.ts'
import { archiveSome } from './archive.ts'
import { settleOrphans } from './settle-orphans.ts'
import { forgetEmergencyAnswers } from './store/emergencies.ts'

/** Settles what a process that died left behind, and forgets what of emergencies may not be read any more. */
export async function handleSettle(_payload: Record<string, string>, at: number): Promise<void> {
  await settleOrphans(at)
  await transaction((tx) => forgetEmergencyAnswers(tx, at))
}

/** Moves old look-ups into the archive; what is left is another job's, so that others have their turn between. */
export async function handleArchive({ part = '0' }: Record<string, string>, at: number): Promise<void> {
  if (!(await archiveSome(at))) return
  const next = String(Number(part) + 1)
  await transaction((tx) =>
    enqueue({ tx, at }, { kind: 'exchange.archive', key: `${at} ${next}`, payload: { part: next } }),
  )
}
