/** A source has this long to answer, retry and waiting for its turn included, domain.md §11.5; milliseconds. */
export const DEADLINE_MS = 3000

/** What a register has to do may take longer than an answer: nobody's page waits for it. */
export const TELL_DEADLINE_MS = 10_000

/** What judging a question and writing it into the log may take beside its deadline. */
export const BESIDE_MS = 500

/** Nobody waits longer than this for all the questions of an application together. */
export const BUDGET_MS = DEADLINE_MS + BESIDE_MS

/** A question is only asked again if so much of its deadline is left. */
export const RETRY_LEAST_MS = 300

/** Calls that a resource gets at a time, and that may wait for their turn, unless its route says otherwise. */
export const AT_ONCE = 32
export const MOST_WAITING = 200

/** Answers are kept for their own matter so long, domain.md §11.5; so many at most, and so many characters of them. */
export const KEPT_MS = 600_000
export const MOST_KEPT = 10_000
export const MOST_KEPT_CHARS = 16_000_000
