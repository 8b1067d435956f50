import type { GivenFile } from '#shared/forms/draft.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Problem } from '#shared/problem.ts'
import type { Act, Look } from '../act.ts'
import {
  eraseFiles,
  fileOf,
  filesHandedIn,
  insertFile,
  openFile,
  orDiscard,
  storeBytes,
  turnPicture,
  type NewFile,
  type StoredFile,
} from '../files/index.ts'
import { emit } from '../jobs/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { addFiles } from './files.ts'
import { changeDraft, loadDraft, type LoadedDraft } from './load.ts'
import { namesFile } from './place-file.ts'

/** A file of a material in a draft, as the buttons of the page name it. */
export interface NamedFile {
  material: string
  fileId: string
}

/** Takes a file away from a material; it is erased unless the draft names it for another one as well. */
export async function removeFile(who: Asking, id: string, { material, fileId }: NamedFile): Promise<void> {
  await perform(who, async (act) => {
    const { result: gone } = await changeDraft(act, id, ({ row: { content } }) => {
      const there = namesFile(content, fileId)
      const files = content.files[material]
      if (files) content.files[material] = files.filter((file) => file.fileId !== fileId)
      return there && !namesFile(content, fileId)
    })
    if (gone) await eraseFiles(act, [fileId])
    act.note({ verb: 'forms.removeFile', subjectKind: 'draft', subjectId: id, detail: { file: fileId } })
  })
}

/** Turns a picture to the right by a quarter. What was stored never changes: the turned picture is a new file. */
export async function turnFile(who: Asking, id: string, fileId: string): Promise<void> {
  const before = await look(who, async (reading) => {
    given(await loadDraft(reading, id), fileId)
    return fileOf(reading.tx, fileId)
  })
  if (!before) throw new Refusal('not_found')
  const turned = await storeBytes(await turnPicture(await openFile(fileId), before.mime), before.mime)
  await orDiscard(
    [turned.id],
    perform(who, (act) => replaceFile(act, id, before, turned)),
  )
}

async function replaceFile(act: Act, id: string, before: StoredFile, turned: NewFile): Promise<void> {
  const { purpose, pages, scan } = before
  await insertFile(act.tx, turned, before.ownerId, before.name, act.at, { purpose, pages, scan })
  if (scan === 'pending') await emit(act, 'file.unscanned', turned.id, { file: turned.id })
  await changeDraft(act, id, (draft) => {
    given(draft, before.id)
    for (const files of Object.values(draft.row.content.files))
      for (const file of files)
        if (file.fileId === before.id) Object.assign(file, { fileId: turned.id, bytes: turned.bytes })
  })
  await eraseFiles(act, [before.id])
  act.note({ verb: 'forms.turnFile', subjectKind: 'draft', subjectId: id, detail: { file: turned.id } })
}

/**
 * Hands in what was handed in for the same material before. It is copied: each application has its files, and they go
 * with it.
 */
export async function useEarlier(
  who: Asking,
  id: string,
  { material, fileId }: NamedFile,
): Promise<Problem[]> {
  const earlier = await look(who, async (reading) => {
    const { row } = await loadDraft(reading, id)
    return (await filesHandedIn(reading.tx, row.personId, [material])).find((file) => file.id === fileId)
  })
  if (!earlier) throw new Refusal('not_found')
  return addFiles(who, id, [{ material, name: earlier.name, data: await openFile(fileId) }])
}

/** A file of one's draft, to be looked at. */
export async function fileOfDraft(
  look: Look,
  id: string,
  fileId: string,
): Promise<{ fileId: string; name: string; mime: string }> {
  given(await loadDraft(look, id), fileId)
  const file = await fileOf(look.tx, fileId)
  if (!file) throw new Refusal('not_found')
  if (look.actor.kind === 'staff')
    look.note({ verb: 'forms.lookFile', subjectKind: 'draft', subjectId: id, detail: { file: fileId } })
  return { fileId, name: file.name, mime: file.mime }
}

function given({ row }: LoadedDraft, fileId: string): GivenFile {
  const file = Object.values(row.content.files)
    .flat()
    .find((each) => each.fileId === fileId)
  if (!file) throw new Refusal('not_found')
  return file
}
