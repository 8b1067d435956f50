import { describe, expect, it } from 'vitest'
import {
  pensionMonthsNeeded,
  retirementMonths,
  trackOf,
  type RetirementTrack,
} from '#shared/elements/retirement.ts'

/** Birth month, track and legal month, as domain.md §3.5 works them out. */
const LEGAL: [string, RetirementTrack, string][] = [
  ['1964-12', 'men-60', '2024-12'],
  ['1965-01', 'men-60', '2025-02'],
  ['1965-04', 'men-60', '2025-05'],
  ['1965-05', 'men-60', '2025-07'],
  ['1976-09', 'men-60', '2039-09'],
  ['1980-01', 'men-60', '2043-01'],
  ['1970-01', 'women-55', '2025-02'],
  ['1981-09', 'women-55', '2039-09'],
  ['1975-01', 'women-50', '2025-02'],
  ['1975-03', 'women-50', '2025-05'],
  ['1984-11', 'women-50', '2039-11'],
]

describe('the legal retirement age', () => {
  it.each(LEGAL)('somebody born in %s on the track %s reaches it in %s', (birth, track, legal) => {
    expect(retirementMonths(birth, track).legal).toBe(legal)
  })

  it('is never undercut by more than three years, nor below the old age', () => {
    expect(retirementMonths('1965-05-17', 'men-60')).toEqual({
      legal: '2025-07',
      earliest: '2025-05',
      latest: '2028-07',
    })
    expect(retirementMonths('1984-11', 'women-50').earliest).toBe('2036-11')
  })

  it('needs the post of a woman, and no post of a man', () => {
    expect(trackOf('male', undefined)).toBe('men-60')
    expect(trackOf('female', undefined)).toBeUndefined()
    expect(trackOf('female', 'production')).toBe('women-50')
    expect(trackOf('female', 'flexible')).toBe('women-55')
  })
})

describe('the months of contributions for a pension', () => {
  it.each([
    ['2026-12', 180],
    ['2029-12', 180],
    ['2030-01', 186],
    ['2035-06', 216],
    ['2039-01', 240],
    ['2045-01', 240],
  ])('are in %s at least %i', (month, months) => {
    expect(pensionMonthsNeeded(month)).toBe(months)
  })
})
