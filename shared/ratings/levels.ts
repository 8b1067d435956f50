/** The five levels of the national rating, best first; 1 and 2 are bad ratings, domain.md §4.2. */
export const LEVELS = [5, 4, 3, 2, 1] as const

export type Level = (typeof LEVELS)[number]

/** Whether a rating must be put right (差评). */
export function isBad(level: number): boolean {
  return level <= 2
}

/** Whether a rating counts as satisfied, domain.md §4.6. */
export function isSatisfied(level: number): boolean {
  return level >= 3
}

export function isLevel(value: number): value is Level {
  return LEVELS.some((level) => level === value)
}
