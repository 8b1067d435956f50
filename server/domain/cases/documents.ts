import { itemOf } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { showMoment } from '#shared/format.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { drawLetter, signed, type LetterPart } from '../certificates/index.ts'
import { fileOf, insertFile, storeBytes } from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { nextNumber } from '../settings/index.ts'
import { loadCase, loadCaseById, type LoadedCase } from './load.ts'
import { documentsOfCase, insertDocument } from './store.ts'

/** The centre that receives applications for all departments. */
const RECEIVER = 'service-center'

/**
 * Draws, signs and files the receipt (收件回执) of a case: which items were received, when, and by when they are
 * accepted. Doing it again changes nothing.
 */
export async function issueReceipt(who: Asking, caseId: string): Promise<void> {
  const loaded = await look(who, (reading) => loadCaseById(reading, caseId))
  const done = await look(who, (reading) => documentsOfCase(reading.tx, caseId))
  if (done.some((document) => document.kind === 'receipt')) return
  const day = dayOf(who.at)
  const year = day.slice(0, 4)
  const running = await perform(who, (act) => nextNumber(act.tx, `document ${year} receipt`))
  const number = `云溪政服〔${year}〕收字第${running}号`
  const issuer = catalog().find('department', RECEIVER)?.name.zh ?? '云溪市政务服务中心'
  const pdf = signed(
    await drawLetter({
      title: '收件回执',
      number,
      addressee: String(loaded.row.content.facts['applicant.name']?.value ?? ''),
      parts: receiptParts(loaded),
      issuerName: issuer,
      issuedOn: day,
      documentId: `${loaded.row.no}-receipt`,
      at: who.at,
      demo: process.env.YIZHAN_MODE !== 'city',
    }),
    { at: who.at, name: issuer, reason: '收件回执' },
  )
  const file = await storeBytes(pdf, 'application/pdf')
  await perform(who, async (act) => {
    await insertFile(act.tx, file, loaded.row.applicantId, `收件回执_${loaded.row.no}.pdf`, act.at)
    await insertDocument(act.tx, {
      id: newId(act.at),
      caseId,
      workId: null,
      kind: 'receipt',
      no: number,
      fileId: file.id,
      issuedAt: act.at,
    })
    act.note({
      verb: 'cases.document',
      subjectKind: 'case',
      subjectId: caseId,
      detail: { kind: 'receipt', no: number },
    })
  })
}

function receiptParts({ row, bundle, items }: LoadedCase): LetterPart[] {
  return [
    {
      part: 'paragraph',
      text: `您于${showMoment(row.sentAt, 'zh')}提交的“${bundle.lifeEvent.title.zh}”申请已经收到，办件编号如下。我们将在五个工作日内决定是否受理；材料不齐的，会一次告知需要补正的全部内容。`,
    },
    {
      part: 'pairs',
      pairs: [
        { label: '办件编号', value: row.no },
        { label: '收到时间', value: showMoment(row.sentAt, 'zh') },
      ],
    },
    {
      part: 'table',
      columns: [
        { title: '事项', share: 5 },
        { title: '办理部门', share: 3 },
        { title: '承诺时限', share: 2 },
      ],
      rows: items.map((item) => {
        const document = itemOf(bundle, item.topic)
        const days = document.promisedDays
        return [
          document.name.zh,
          bundle.departments[document.department]?.shortName.zh ?? '',
          days === 0 ? '当场' : `${days} 个工作日`,
        ]
      }),
    },
    {
      part: 'paragraph',
      text: '承诺时限自受理的次日起计算，不含节假日；等待前一事项办结的期间不计时。进度可在“我的办件”中查看，也可拨打 12345 查询。',
    },
  ]
}

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
