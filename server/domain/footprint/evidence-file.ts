import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { fileOf } from '../files/index.ts'
import { findObjection } from './find-objection.ts'

/** A file of an objection, for whoever may see the objection; a look by staff is audited. */
export async function fileOfObjection(
  look: Look,
  { no, file: id }: { no: string; file: string },
): Promise<{ fileId: string; name: string; mime: string }> {
  const { row } = await findObjection(look, no)
  const file = row.evidence.includes(id) ? await fileOf(look.tx, id) : undefined
  if (!file) throw new Refusal('not_found')
  if (look.actor.kind === 'staff')
    look.note({
      verb: 'dataObjection.file.read',
      subjectKind: 'dataObjection',
      subjectId: row.id,
      detail: { file: id },
    })
  return { fileId: file.id, name: file.name, mime: file.mime }
}
