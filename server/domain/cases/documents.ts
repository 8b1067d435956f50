import { dayOf } from '#shared/calendar/day.ts'
import { DOCUMENTS_OF_CASES } from '#shared/cases/documents.ts'
import type { CaseDocumentView } from '#shared/cases/view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { fileOf } from '../files/index.ts'
import { workVisible } from '../work/index.ts'
import { isEvidence } from './disputed-facts.ts'
import { loadCase, type LoadedCase } from './load.ts'
import { partSeen } from './part-seen.ts'
import { documentsOfCase, type CaseDocumentRow } from './store.ts'

/**
 * A formal document of a case, by its id, or the newest of a kind. What tells of the whole case is for those who may
 * see all of it; what is about one item, for those who may see that one. A look by staff is on record.
 * @throws Refusal not_found, not_ready
 */
export async function documentOf(
  look: Look,
  no: string,
  which: string,
): Promise<{ fileId: string; name: string }> {
  const loaded = await loadCase(look, no)
  const { row } = loaded
  const seen = documentsSeen(look, loaded, await documentsOfCase(look.tx, row.id))
  const wanted = seen.findLast(({ id, kind }) => id === which || kind === which)
  if (!wanted) {
    const comes = partSeen(loaded, look) === null && DOCUMENTS_OF_CASES.includes(which)
    throw new Refusal(comes ? 'not_ready' : 'not_found')
  }
  if (look.actor.kind === 'staff')
    look.note({
      verb: 'cases.lookDocument',
      subjectKind: 'case',
      subjectId: row.id,
      detail: { kind: wanted.kind, no: wanted.no },
    })
  const file = await fileOf(look.tx, wanted.fileId)
  return { fileId: wanted.fileId, name: file?.name ?? `${wanted.kind}.pdf` }
}

/** Of the documents of a case, those that the actor may see. */
function documentsSeen(
  look: Act | Look,
  loaded: LoadedCase,
  documents: readonly CaseDocumentRow[],
): CaseDocumentRow[] {
  const seesAll = partSeen(loaded, look) === null
  const seen = new Set(loaded.items.filter((item) => workVisible(item, look.actor)).map((item) => item.id))
  return documents.filter(({ workId }) => seesAll || (workId !== null && seen.has(workId)))
}

/** The documents of a case that the actor may see, the oldest first; `only` those about one item or all of them. */
export async function presentDocuments(
  look: Act | Look,
  loaded: LoadedCase,
  only?: string,
): Promise<CaseDocumentView[]> {
  const all = await documentsOfCase(look.tx, loaded.row.id)
  return documentsSeen(look, loaded, all)
    .filter(({ workId }) => only === undefined || workId === null || workId === only)
    .map(({ id, kind, no, issuedAt }) => {
      const template = catalog()
        .ever('documentTemplate')
        .find(({ code }) => code === kind)
      const signedAt = loaded.row.content.signedFor?.[id]
      const signedOn = signedAt === undefined ? '' : dayOf(signedAt)
      const title = template ? say(template.title, look.lang) : no
      return { id, kind, title, no, issuedAt, signedOn }
    })
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
