import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { catalog } from '../catalog/index.ts'
import { signed, type LetterPart } from '../certificates/index.ts'
import { insertFile, storeBytes } from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { nextNumber } from '../settings/index.ts'
import { drawDocument } from './draw-document.ts'
import { loadCaseById, type LoadedCase } from './load.ts'
import { documentsOfCase, insertDocument } from './store.ts'

/** The centre that receives applications for all departments. */
const RECEIVER = 'service-center'

/** A kind of formal document: what it is called, the word in its number, and what it says. */
export interface DocumentKind {
  kind: string
  title: string
  /** The character of its number: 云溪政服〔2026〕收字第1号 (domain.md §2.6). */
  series: string
  parts(loaded: LoadedCase, at: number): LetterPart[]
}

/** Draws, signs and files a formal document of a case. Doing it again changes nothing. */
export async function issueDocument(who: Asking, caseId: string, document: DocumentKind): Promise<void> {
  const { kind, title, series } = document
  const loaded = await look(who, (reading) => loadCaseById(reading, caseId))
  const done = await look(who, (reading) => documentsOfCase(reading.tx, caseId))
  if (done.some((each) => each.kind === kind)) return
  const day = dayOf(who.at)
  const year = day.slice(0, 4)
  const running = await perform(who, (act) => nextNumber(act.tx, `document ${year} ${kind}`))
  const number = `云溪政服〔${year}〕${series}字第${running}号`
  const issuer = catalog().find('department', RECEIVER)?.name.zh ?? '云溪市政务服务中心'
  const pdf = signed(
    await drawDocument({
      title,
      number,
      addressee: String(loaded.row.content.facts['applicant.name']?.value ?? ''),
      parts: document.parts(loaded, who.at),
      issuerName: issuer,
      issuedOn: day,
      documentId: `${loaded.row.no}-${kind}`,
      at: who.at,
      demo: process.env.YIZHAN_MODE !== 'city',
    }),
    { at: who.at, name: issuer, reason: title },
  )
  const file = await storeBytes(pdf, 'application/pdf')
  await perform(who, async (act) => {
    await insertFile(act.tx, file, loaded.row.applicantId, `${title}_${loaded.row.no}.pdf`, act.at)
    await insertDocument(act.tx, {
      id: newId(act.at),
      caseId,
      workId: null,
      kind,
      no: number,
      fileId: file.id,
      issuedAt: act.at,
    })
    act.note({
      verb: 'cases.document',
      subjectKind: 'case',
      subjectId: caseId,
      detail: { kind, no: number },
    })
  })
}
