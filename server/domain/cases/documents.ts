import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { fileOf } from '../files/index.ts'
import { isEvidence } from './disputed-facts.ts'
import { loadCase } from './load.ts'
import { partSeen } from './part-seen.ts'
import { documentsOfCase } from './store.ts'

/** A formal document of a case, which tells of the whole of it: for those who may see all. */
export async function documentOf(
  look: Look,
  no: string,
  kind: string,
): Promise<{ fileId: string; name: string }> {
  const loaded = await loadCase(look, no)
  const { row } = loaded
  if (partSeen(loaded, look) !== null) throw new Refusal('not_found')
  const document = (await documentsOfCase(look.tx, row.id)).find((each) => each.kind === kind)
  if (!document) throw new Refusal('not_ready')
  const file = await fileOf(look.tx, document.fileId)
  return { fileId: document.fileId, name: file?.name ?? `${kind}.pdf` }
}

/** A file handed in with a case, or as evidence that a register is wrong about it, that the actor may see; a look by staff is on record. */
export async function fileOfCase(
  look: Look,
  no: string,
  fileId: string,
): Promise<{ name: string; mime: string }> {
  const loaded = await loadCase(look, no)
  const { row } = loaded
  const seen = partSeen(loaded, look)
  const given = Object.entries(row.content.files).some(
    ([code, files]) => (seen === null || seen.has(code)) && files.some((file) => file.fileId === fileId),
  )
  const isGiven = given || (await isEvidence(look, loaded, seen, fileId))
  const file = isGiven ? await fileOf(look.tx, fileId) : undefined
  if (!file) throw new Refusal('not_found')
  look.note({ verb: 'cases.lookFile', subjectKind: 'case', subjectId: row.id, detail: { file: fileId } })
  return { name: file.name, mime: file.mime }
}
