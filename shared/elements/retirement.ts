import { addToMonth, monthsBetween } from '../calendar/month.ts'

/**
 * By which of the three old ages one retires: men 60; women 55 in management and technical posts and in flexible
 * employment; women 50 in production posts.
 */
export type RetirementTrack = 'men-60' | 'women-55' | 'women-50'

/** Decision of the National People’s Congress Standing Committee of 13 September 2024, in force from January 2025. */
const TRACKS = {
  'men-60': { age: 60, firstBirth: '1965-01', every: 4, most: 36 },
  'women-55': { age: 55, firstBirth: '1970-01', every: 4, most: 36 },
  'women-50': { age: 50, firstBirth: '1975-01', every: 2, most: 60 },
} as const

/** One may retire so many months before or after the legal month, but never before the old age. */
const ELASTIC = 36

export interface RetirementMonths {
  /** The month in which one reaches the legal age, `YYYY-MM`. */
  legal: string
  /** The first and the last month of elastic retirement. */
  earliest: string
  latest: string
}

/**
 * When somebody reaches the legal retirement age, domain.md §3.5: the old age plus one month for every two or four
 * months of birth after the first that is concerned, up to the most.
 * @param birthMonth `YYYY-MM`, or a day in it
 */
export function retirementMonths(birthMonth: string, track: RetirementTrack): RetirementMonths {
  const { age, firstBirth, every, most } = TRACKS[track]
  const birth = birthMonth.slice(0, 7)
  const after = monthsBetween(firstBirth, birth)
  const delay = after < 0 ? 0 : Math.min(most, Math.floor(after / every) + 1)
  const old = addToMonth(birth, age * 12)
  const legal = addToMonth(old, delay)
  const early = addToMonth(legal, -ELASTIC)
  return { legal, earliest: early < old ? old : early, latest: addToMonth(legal, ELASTIC) }
}

/** The track of a person. @param post the kind of post a woman retires from; men have one age for all posts */
export function trackOf(gender: unknown, post: unknown): RetirementTrack | undefined {
  if (gender === 'male') return 'men-60'
  if (gender !== 'female' || post === undefined) return undefined
  return post === 'production' ? 'women-50' : 'women-55'
}

/** Least months of contributions for a monthly pension when one retires in a month: 180 until 2029, 240 from 2039. */
export function pensionMonthsNeeded(month: string): number {
  const years = Number(month.slice(0, 4)) - 2029
  return 180 + Math.min(10, Math.max(0, years)) * 6
}
