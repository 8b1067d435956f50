import { expect, test } from 'vitest'
import { sayCondition } from '../../../shared/guides/say-condition.ts'
import type { DataElement } from '../../../shared/elements/element.ts'

const option = (value: string, zh: string) => ({ value, label: { zh, en: value } })
const ELEMENTS: Record<string, DataElement> = {
  sold: {
    code: 'sold',
    type: 'choices',
    label: { zh: '卖什么', en: 'What is sold' },
    sensitivity: 'open',
    options: [option('hot', '热食'), option('cold', '冷食'), option('packed', '预包装食品')],
  },
  open: { code: 'open', type: 'yesNo', label: { zh: '已开业', en: 'Open' }, sensitivity: 'open' },
  area: { code: 'area', type: 'integer', label: { zh: '面积', en: 'Area' }, sensitivity: 'open' },
}
function elementOf(code: string): DataElement {
  const element = ELEMENTS[code]
  if (!element) throw new Error(code)
  return element
}

test('values of one fact that would do are said once with that fact', () => {
  const either = {
    any: [
      { element: 'sold', has: 'hot' },
      { element: 'sold', has: 'cold' },
    ],
  }
  expect(sayCondition(either, elementOf, 'zh')).toBe('卖什么：热食或冷食')
})

test('what is denied is said of the fact itself', () => {
  const hot = { element: 'sold', has: 'hot' }
  const cold = { element: 'sold', has: 'cold' }
  expect(sayCondition({ not: { any: [hot, cold] } }, elementOf, 'zh')).toBe('卖什么：没有选热食、冷食')
  expect(sayCondition({ not: { any: [hot, cold] } }, elementOf, 'en')).toBe(
    'What is sold: neither hot nor cold',
  )
  expect(sayCondition({ not: { element: 'area', atLeast: 300 } }, elementOf, 'zh')).toBe('面积：少于 300')
  expect(sayCondition({ not: { element: 'open', is: true } }, elementOf, 'en')).toBe('Open: no')
  const same = { element: 'area', is: { element: 'open' } }
  expect(sayCondition({ not: same }, elementOf, 'zh')).toBe('面积和已开业不同')
})

test('an exception and what it lets off are said as if and then', () => {
  const rule = {
    any: [
      { not: { element: 'open', is: true } },
      {
        all: [
          { element: 'sold', has: 'packed' },
          { element: 'area', atMost: 300 },
        ],
      },
    ],
  }
  expect(sayCondition(rule, elementOf, 'zh')).toBe('如果已开业，那么卖什么：预包装食品，并且面积：不超过 300')
})

test('what must hold together stays together beside an alternative', () => {
  const rule = {
    any: [
      { element: 'sold', has: 'hot' },
      {
        all: [
          { element: 'open', is: true },
          { element: 'area', atLeast: 300 },
        ],
      },
    ],
  }
  expect(sayCondition(rule, elementOf, 'en')).toBe('What is sold: hot or (Open and Area: at least 300)')
})

test('alternatives are held together where something else must hold too', () => {
  const rule = {
    all: [
      { element: 'sold', has: 'packed' },
      {
        any: [
          { element: 'open', is: true },
          { element: 'area', atLeast: 300 },
        ],
      },
    ],
  }
  expect(sayCondition(rule, elementOf, 'zh')).toBe('卖什么：预包装食品，并且（已开业，或者面积：不少于 300）')
})

test('the words of the document come before ours', () => {
  const clause = { zh: '不卖热食', en: 'No hot food' }
  expect(sayCondition({ not: { element: 'sold', has: 'hot', clause } }, elementOf, 'zh')).toBe('不卖热食')
})
