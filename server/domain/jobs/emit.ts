import { REACTIONS } from '../../reactions.ts'
import type { Act } from '../act.ts'
import { enqueue } from './store.ts'

/** Says that something happened: writes a job row for each of its reactions, in the act's transaction. */
export async function emit(
  act: Pick<Act, 'tx' | 'at'>,
  event: string,
  key: string,
  payload: Record<string, string>,
): Promise<void> {
  const kinds = REACTIONS[event] ?? []
  await enqueue(
    act,
    ...kinds.map((kind) => ({ kind, key: `${event}:${key}`, payload: { event, ...payload } })),
  )
}
