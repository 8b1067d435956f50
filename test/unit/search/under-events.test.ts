import { expect, test } from 'vitest'
import { underEvents } from '../../../shared/search/under-events.ts'
import { published } from '../../support/published.ts'

const known = {
  lifeEvent: (code: string) => published.find('lifeEvent', code),
  item: (code: string) => published.find('item', code),
}
const found = (kind: 'lifeEvent' | 'item', code: string) => ({
  kind,
  code,
  title: code,
  summary: '',
  path: `/${code}`,
})

test('the items of a life event stand under it, and not again in the list below', () => {
  const results = underEvents(
    {
      q: '生孩子',
      found: [found('lifeEvent', 'newborn'), found('item', 'birth-certificate'), found('item', 'elsewhere')],
    },
    known,
    'zh',
  )
  expect(results.found.map(({ code }) => code)).toEqual(['newborn', 'elsewhere'])
  expect(results.found[0]?.items).toContainEqual({ code: 'birth-certificate', name: '出生医学证明首次签发' })
})

test('an item whose life event was not found stands for itself', () => {
  const results = underEvents({ q: '户口', found: [found('item', 'birth-certificate')] }, known, 'zh')
  expect(results.found).toEqual([found('item', 'birth-certificate')])
})
