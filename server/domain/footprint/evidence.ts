import { EVIDENCE } from '#shared/exchange/report-rules.ts'
import { fault, type Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { insertFile, receiveUpload, uploadsIn, type ReceivedFile } from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import type { Asking } from '../perform.ts'

/** The name of the form's field, and what the files are known as. */
const FIELD = 'evidence'

/**
 * Looks through the files that were posted as evidence and stores them; nobody knows them yet.
 * @throws Refusal invalid_input with what is wrong with one of them
 */
export async function receiveEvidence(who: Asking, posted: Record<string, unknown>): Promise<ReceivedFile[]> {
  const uploads = uploadsIn(posted).filter(({ material }) => material === FIELD)
  if (uploads.length > EVIDENCE.files) {
    const many = fault('files_many', { name: uploads.at(-1)?.name ?? '', max: EVIDENCE.files })
    throw new Refusal('invalid_input', { problems: [{ field: FIELD, ...many }] })
  }
  const received = await Promise.all(uploads.map((upload) => receiveUpload(who, upload, EVIDENCE.limits)))
  const problems = received.flatMap((each): Problem[] =>
    'wrong' in each ? [{ field: FIELD, ...each.wrong }] : [],
  )
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return received.flatMap((each) => ('wrong' in each ? [] : [each]))
}

/** Makes received files known as somebody's evidence; answers their ids. */
export async function keepEvidence(
  act: Act,
  ownerId: string,
  received: readonly ReceivedFile[],
): Promise<string[]> {
  for (const { file, given, scan } of received) {
    const handedIn = { purpose: FIELD, pages: given.pages ?? 1, scan }
    await insertFile(act.tx, file, ownerId, given.name, act.at, handedIn)
    if (scan === 'pending') await emit(act, 'file.unscanned', file.id, { file: file.id })
  }
  return received.map(({ file }) => file.id)
}
