/** Longest text of a rating, in characters, domain.md §4.4. */
export const RATING_TEXT = 500

/** Longest words between a department and a rater, in characters. */
export const RECTIFICATION_TEXT = 1000

/** Working days of a rectification: contact the rater, put it right, the rater's word on it, domain.md §4.5. */
export const RECTIFICATION_DAYS = { contact: 1, fix: 5, acknowledge: 3 } as const
