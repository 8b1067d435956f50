import { elementOf } from '#shared/catalog/bundle.ts'
import { showValue } from '#shared/elements/value.ts'
import { showMoment } from '#shared/format.ts'
import type { LetterPart } from '../certificates/index.ts'
import type { LoadedCase } from './load.ts'

/** The application as it was sent (申请表): every fact under the heading of its page, and who else agreed. */
export function applicationParts({ row, bundle }: LoadedCase): LetterPart[] {
  const { facts, agreements = [] } = row.content
  const pairOf = (code: string) => {
    const fact = facts[code]
    const element = elementOf(bundle, code)
    return fact
      ? [{ label: (element.recordLabel ?? element.label).zh, value: showValue(element, fact.value, 'zh') }]
      : []
  }
  const sections = [
    { title: '情况', pairs: bundle.lifeEvent.situations.flatMap(({ element }) => pairOf(element)) },
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
  return sections
    .filter(({ pairs }) => pairs.length > 0)
    .flatMap(({ title, pairs }): LetterPart[] => [
      { part: 'heading', text: title },
      { part: 'pairs', pairs },
    ])
}
