import { itemOf } from '#shared/catalog/bundle.ts'
import { showMoment } from '#shared/format.ts'
import type { LetterPart } from '../certificates/index.ts'
import type { DocumentKind } from './issue-document.ts'
import type { LoadedCase } from './load.ts'
import { receivedMaterials } from './received-materials.ts'

/** The receipt (收件回执): which items and materials were received, when, and by when it is said whether they are accepted. */
export const RECEIPT: DocumentKind = { kind: 'receipt', title: '收件回执', series: '收', parts: receiptParts }

function receiptParts(loaded: LoadedCase): LetterPart[] {
  const { row, bundle, items } = loaded
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
    ...receivedMaterials(loaded),
    {
      part: 'paragraph',
      text: '承诺时限自受理的次日起计算，不含节假日；等待前一事项办结的期间不计时。进度可在“我的办件”中查看，也可拨打 12345 查询。',
    },
  ]
}
