import { expect, test } from 'vitest'
import { documentOf } from '../../../server/domain/search/documents.ts'
import { relevance } from '../../../shared/search/relevance.ts'
import { published } from '../../support/published.ts'

/** What is found for a question in the demo city, best first. */
function found(query: string): string[] {
  return (['lifeEvent', 'item', 'policy'] as const)
    .flatMap((kind) => published.all(kind).map((body) => ({ kind, code: body.code, body })))
    .flatMap((each) => documentOf({ ...each, edition: 0, local: false }) ?? [])
    .map((document) => {
      const { kind, names, ownNames, summary } = document
      return {
        id: document.id,
        score: relevance(query, { kind, names, ownNames, text: `${summary.zh} ${summary.en}` }),
      }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id)
}

test.each([
  '生孩子',
  '出生',
  '上户口',
  '给孩子上户口',
  '上户口怎么办',
  '宝宝',
  '新生儿',
  'birth',
  'baby',
  'newborn',
  'Having a baby',
])('%s finds the life event first', (query) => {
  expect(found(query)[0]).toBe('lifeEvent:newborn')
})

test.each(['社保卡', '社会保障卡', 'Social security card'])('%s finds the item', (query) => {
  expect(found(query)).toContain('item:social-security-card')
})

test('the short name of an item finds it before anything else', () => {
  expect(found('社保卡')[0]).toBe('item:social-security-card')
})

test('a word from the name of a policy finds it', () => {
  expect(found('稳岗返还')[0]).toBe('policy:P001')
  expect(found('high-tech')[0]).toBe('policy:P003')
})

test.each(['护照', '天文望远镜', 'passport', '？', ''])('%s finds nothing', (query) => {
  expect(found(query)).toEqual([])
})
