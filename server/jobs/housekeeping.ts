import { transaction } from '#db'
import { forgetCounter } from '#domain/counter/index.ts'
import { erasePieces, purgeUploads } from '#domain/files/index.ts'
import { purgeCodes, purgeForms } from '#domain/forms/index.ts'
import { purgeSessions } from '#domain/identity/index.ts'
import { purgeDone } from '#domain/jobs/index.ts'
import { deleteEmptyCounts } from '#domain/work/index.ts'
import { DAY_MS, dayOf } from '#shared/calendar/day.ts'

/** Done jobs are kept this long, for whoever asks what happened. */
const JOBS_KEPT_MS = 30 * DAY_MS

/** Codes of consents are counted for a day. */
const CODES_KEPT_MS = 2 * DAY_MS

/** Takes away what has expired: sessions, sign-in tries, kept forms, remembered answers, codes, uploads given up, old jobs, empty counts. */
export async function purgeExpired(_payload: Record<string, string>, at: number): Promise<void> {
  const uploads = await transaction(async (tx) => {
    await purgeSessions(tx, at)
    await purgeForms(tx, at)
    await purgeCodes(tx, at - CODES_KEPT_MS)
    await forgetCounter(tx, at)
    await purgeDone(tx, at - JOBS_KEPT_MS)
    await deleteEmptyCounts(tx, dayOf(at))
    return purgeUploads(tx, at)
  })
  for (const upload of uploads) await erasePieces(upload)
}
