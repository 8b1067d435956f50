import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { fileOf } from '../files/index.ts'
import { loadCase } from './load.ts'
import { documentsOfCase } from './store.ts'

/** A formal document of a case that the actor may see. */
export async function documentOf(
  look: Look,
  no: string,
  kind: string,
): Promise<{ fileId: string; name: string }> {
  const { row } = await loadCase(look, no)
  const document = (await documentsOfCase(look.tx, row.id)).find((each) => each.kind === kind)
  if (!document) throw new Refusal('not_ready')
  const file = await fileOf(look.tx, document.fileId)
  return { fileId: document.fileId, name: file?.name ?? `${kind}.pdf` }
}

/** A file handed in with a case that the actor may see; a look by staff is on record. */
export async function fileOfCase(
  look: Look,
  no: string,
  fileId: string,
): Promise<{ name: string; mime: string }> {
  const { row } = await loadCase(look, no)
  const given = Object.values(row.content.files)
    .flat()
    .some((file) => file.fileId === fileId)
  const file = given ? await fileOf(look.tx, fileId) : undefined
  if (!file) throw new Refusal('not_found')
  look.note({ verb: 'cases.lookFile', subjectKind: 'case', subjectId: row.id, detail: { file: fileId } })
  return { name: file.name, mime: file.mime }
}
