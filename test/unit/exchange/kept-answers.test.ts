import { expect, it } from 'vitest'
import { keep, keptAnswer } from '#domain/exchange/kept-answers.ts'
import { MOST_KEPT_CHARS } from '#domain/exchange/limits.ts'

const ground = { kind: 'law', words: '户口登记条例' } as const
const answer = (chars: number) => ({
  outcome: 'found' as const,
  rows: [{ name: 'x'.repeat(chars) }],
  updatedAt: null,
  at: 1,
})

it('keeps answers up to their size together, and lets go those that nobody used for longest', () => {
  const half = MOST_KEPT_CHARS / 2 - 100
  keep('used', ground, answer(10))
  keep('first', ground, answer(half))
  keep('second', ground, answer(half))
  expect(keptAnswer('used')).toBeDefined()
  keep('third', ground, answer(half))
  expect(['used', 'first', 'second', 'third'].filter((key) => keptAnswer(key))).toEqual([
    'used',
    'second',
    'third',
  ])
  keep('vast', ground, answer(MOST_KEPT_CHARS + 1))
  expect(keptAnswer('vast')).toBeUndefined()
})
