import { describe, expect, it } from 'vitest'
import { isBad, isLevel, isSatisfied, LEVELS } from '#shared/ratings/levels.ts'
import { rectificationNo } from '#shared/ratings/number.ts'
import { published } from '../../support/published.ts'

describe('the levels of a rating', () => {
  it('are bad or satisfied, never both and never neither', () => {
    expect(LEVELS.filter(isBad)).toEqual([2, 1])
    expect(LEVELS.filter(isSatisfied)).toEqual([5, 4, 3])
  })

  it.each([0, 6, 2.5, Number.NaN])('%d is no level', (value) => {
    expect(isLevel(value)).toBe(false)
  })

  it.each(LEVELS)('level %i has eight tags of the national list, whose codes begin with it', (level) => {
    const tags = published.all('ratingTag').filter((tag) => tag.level === level)
    expect(tags).toHaveLength(8)
    expect(tags.every(({ code }) => code.startsWith(String(level)))).toBe(true)
  })
})

it('a rectification is numbered by day, with four digits', () => {
  expect(rectificationNo('2026-11-23', 7)).toBe('R202611230007')
})
