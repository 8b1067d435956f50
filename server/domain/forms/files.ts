import type { Material } from '#shared/catalog/documents.ts'
import type { Journey } from '#shared/forms/journey.ts'
import type { Fault, Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import {
  eraseFiles,
  insertFile,
  lookThrough,
  orDiscard,
  storeUpload,
  type GivenUpload,
  type ReceivedFile,
} from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft, walk } from './load.ts'
import { namesFile, placeFile } from './place-file.ts'
import { stepOf } from './save-step.ts'

interface Received extends ReceivedFile {
  material: Material
}

/**
 * Adds files to a draft: each is looked through, scanned and stored durably, then named in the draft. Files that
 * cannot be taken are told beside their material; the others are kept.
 */
export async function addFiles(who: Asking, id: string, uploads: readonly GivenUpload[]): Promise<Problem[]> {
  if (uploads.length === 0) return []
  const draft = await look(who, (reading) => loadDraft(reading, id))
  const journey = walk(draft, who.at)
  stepOf(journey, 'materials')
  const asked = uploads.map((upload) => ({ upload, material: askedFor(journey, upload.material) }))
  const trial = structuredClone(draft.row.content)
  const problems: Problem[] = []
  const received: Received[] = []
  for (const { upload, material } of asked) {
    const found = await receive(who, upload, material, trial)
    if ('wrong' in found) problems.push({ field: material.code, ...found.wrong })
    else received.push({ ...found, material })
  }
  if (received.length === 0) return problems
  const ids = received.map(({ file }) => file.id)
  return [...problems, ...(await orDiscard(ids, keep(who, id, draft.row.personId, received)))]
}

/** The material with this code, if it is to be uploaded. @throws Refusal not_found */
export function askedFor({ materials }: Pick<Journey, 'materials'>, code: string): Material {
  const asked = materials.find(({ material, state }) => state === 'upload' && material.code === code)
  if (!asked) throw new Refusal('not_found')
  return asked.material
}

/** @param trial the draft's files as they will be, so that the files of one post are seen together */
async function receive(
  who: Asking,
  upload: GivenUpload,
  material: Material,
  trial: Parameters<typeof placeFile>[0],
): Promise<ReceivedFile | { wrong: Fault }> {
  const found = await lookThrough(who, upload, material)
  if ('wrong' in found) return found
  const wrong = placeFile(trial, material, found.given)
  return wrong ? { wrong } : storeUpload(upload, found)
}

/** Makes the files known and names them in the draft; what another post made superfluous meanwhile is erased. */
async function keep(
  who: Asking,
  id: string,
  ownerId: string,
  received: readonly Received[],
): Promise<Problem[]> {
  return perform(who, async (act) => {
    for (const { file, given, material, scan } of received) {
      const handedIn = { purpose: material.code, pages: given.pages ?? 1, scan }
      await insertFile(act.tx, file, ownerId, given.name, act.at, handedIn)
      if (scan === 'pending') await emit(act, 'file.unscanned', file.id, { file: file.id })
    }
    const { draft, result } = await changeDraft(act, id, ({ row }) =>
      received.flatMap(({ material, given }): Problem[] => {
        const wrong = placeFile(row.content, material, given)
        return wrong ? [{ field: material.code, ...wrong }] : []
      }),
    )
    const ids = received.map(({ file }) => file.id)
    await eraseFiles(
      act,
      ids.filter((fileId) => !namesFile(draft.row.content, fileId)),
    )
    act.note({ verb: 'forms.addFiles', subjectKind: 'draft', subjectId: id, detail: { files: ids } })
    return result
  })
}
