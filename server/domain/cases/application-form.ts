import { elementOf } from '#shared/catalog/bundle.ts'
import { showValue } from '#shared/elements/value.ts'
import { showMoment } from '#shared/format.ts'
import type { LetterPart } from '../certificates/index.ts'
import type { DocumentKind } from './issue-document.ts'
import type { LoadedCase } from './load.ts'
import { receivedMaterials } from './received-materials.ts'

/** The application as it was sent (申请表): every fact under the heading of its page, what was handed in, and who else agreed. */
export const APPLICATION_FORM: DocumentKind = {
  kind: 'application',
  title: '申请表',
  series: '申',
  parts: applicationParts,
}

function applicationParts(loaded: LoadedCase): LetterPart[] {
  const { row, bundle } = loaded
  const { facts, agreements = [] } = row.content
  const pairOf = (code: string) => {
    const fact = facts[code]
    const element = elementOf(bundle, code)
    return fact
      ? [{ label: (element.recordLabel ?? element.label).zh, value: showValue(element, fact.value, 'zh') }]
      : []
  }
  const situations = bundle.lifeEvent.situations.flatMap(({ element }) => pairOf(element))
  const sections = [
    { title: '情况', pairs: situations },
    ...bundle.lifeEvent.pages.map(({ title, recordTitle, elements }) => ({
      title: (recordTitle ?? title).zh,
      pairs: elements.flatMap(pairOf),
    })),
    {
      title: '其他人的同意',
      pairs: agreements.map(({ title, name, at }) => ({
        label: title.zh,
        value: `${name}，${showMoment(at, 'zh')}同意`,
      })),
    },
  ]
  return [
    {
      part: 'pairs',
      pairs: [
        { label: '办理的事', value: bundle.lifeEvent.title.zh },
        { label: '办件编号', value: row.no },
        { label: '提交时间', value: showMoment(row.sentAt, 'zh') },
      ],
    },
    ...sections
      .filter(({ pairs }) => pairs.length > 0)
      .flatMap(({ title, pairs }): LetterPart[] => [
        { part: 'heading', text: title },
        { part: 'pairs', pairs },
      ]),
    ...receivedMaterials(loaded),
    { part: 'paragraph', text: '以上内容由申请人提交时确认属实；来自共享数据的，已经申请人同意查询。' },
  ]
}
