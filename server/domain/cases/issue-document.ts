import { dayOf } from '#shared/calendar/day.ts'
import type { DocumentTemplate } from '#shared/catalog/documents.ts'
import { documentOfMove, DOCUMENTS_OF_SENDING } from '#shared/cases/documents.ts'
import { Refusal } from '#shared/refusal.ts'
import { catalog } from '../catalog/index.ts'
import { signed } from '../certificates/index.ts'
import { insertFile, orDiscard, storeBytes } from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { nextNumber } from '../settings/index.ts'
import { actsTold, sendingTold, type Told } from './document-acts.ts'
import { letterParts } from './document-parts.ts'
import { rowsOf } from './document-rows.ts'
import { addresseeOf } from './document-values.ts'
import { drawDocument } from './draw-document.ts'
import { loadCaseById, type LoadedCase } from './load.ts'
import { documentById, insertDocument, updateDocument, type CaseDocumentRow } from './store.ts'

/** Issues what sending an application produces. Doing it again changes nothing. */
export async function issueForSending(who: Asking, caseId: string): Promise<void> {
  const loaded = await look(who, (reading) => loadCaseById(reading, caseId))
  for (const kind of DOCUMENTS_OF_SENDING) {
    const template = catalog().one('documentTemplate', kind)
    const told = await look(who, ({ tx }) => sendingTold(tx, loaded, template))
    // Only who promised something instead of proving it has a declaration.
    if (kind === 'commitment' && rowsOf('promises', loaded, told).length === 0) continue
    await issueDocument(who, loaded, template, told)
  }
}

/** Issues the documents that tell of a move of an item, with what the same act did to others. */
export async function issueForMove(
  who: Asking,
  { caseId, workId, move }: { caseId: string; workId: string; move: string },
): Promise<void> {
  const kind = documentOfMove(move)
  if (!kind) return
  const loaded = await look(who, (reading) => loadCaseById(reading, caseId))
  const template = catalog().one('documentTemplate', kind)
  const acts = await look(who, ({ tx }) => actsTold(tx, loaded, template))
  for (const told of acts)
    if (told.happened.some(({ event }) => event.workId === workId && event.move === move))
      await issueDocument(who, loaded, template, told)
}

/**
 * Numbers, draws, signs and files a document. What comes to it after it was drawn (wishes of the same day) makes it
 * drawn anew, under its number.
 */
async function issueDocument(
  who: Asking,
  loaded: LoadedCase,
  template: DocumentTemplate,
  told: Told,
): Promise<void> {
  const found = await look(who, ({ tx }) => documentById(tx, told.id))
  if (found && found.issuedAt > 0 && found.acts >= told.happened.length) return
  const numbered = found ?? (await numberDocument(who, loaded, template, told))
  const issuer = catalog().one('department', told.office).name.zh
  const title = template.title.zh
  const pdf = signed(
    await drawDocument({
      title,
      number: numbered.no,
      addressee: addresseeOf(loaded.row),
      parts: letterParts(template, loaded, told),
      issuerName: issuer,
      issuedOn: dayOf(told.at),
      documentId: told.id,
      at: who.at,
      demo: process.env.YIZHAN_MODE !== 'city',
    }),
    { at: who.at, name: issuer, reason: title },
  )
  const file = await storeBytes(pdf, 'application/pdf')
  const { row } = loaded
  const name = `${title}_${row.no}.pdf`
  const filed = perform(who, async (act) => {
    const mine = await updateDocument(act.tx, numbered, {
      fileId: file.id,
      issuedAt: told.at,
      workId: told.workId,
      acts: told.happened.length,
    })
    // Another process drew it meanwhile: then it is done.
    if (!mine) throw new Refusal('changed_meanwhile')
    await insertFile(act.tx, file, row.applicantId, name, act.at)
    act.note({
      verb: 'cases.document',
      subjectKind: 'case',
      subjectId: row.id,
      detail: { kind: template.code, no: numbered.no, ...(numbered.fileId && { replaces: numbered.fileId }) },
    })
  })
  await orDiscard([file.id], filed)
}

/** Gives a document its number, once: it is kept before anything is drawn, so that numbers run without gaps. */
function numberDocument(
  who: Asking,
  { row }: LoadedCase,
  template: DocumentTemplate,
  { id, at, office, workId }: Told,
): Promise<CaseDocumentRow> {
  const year = dayOf(at).slice(0, 4)
  const { abbreviation } = catalog().one('department', office)
  const counter = `document ${year} ${template.code}${office === template.office ? '' : ` ${office}`}`
  return perform(who, async (act) => {
    const there = await documentById(act.tx, id)
    if (there) return there
    const document = {
      id,
      caseId: row.id,
      workId,
      kind: template.code,
      no: `${abbreviation}〔${year}〕${template.series}字第${await nextNumber(act.tx, counter)}号`,
      fileId: '',
      issuedAt: 0,
      acts: 0,
    }
    await insertDocument(act.tx, document)
    return document
  })
}
