import { runningNo } from '../running-no.ts'

/** Working days: a question is answered, an objection dispatched and verified, domain.md §11.6. */
export const REPORT_DAYS = { answer: 5, dispatch: 1, verify: 5 } as const

/** Longest texts, in characters. */
export const REPORT_LENGTHS = { question: 500, value: 500, why: 1000, answer: 1000 } as const

/** What may be handed in as evidence: most files, and the limits of each. */
export const EVIDENCE = {
  files: 5,
  limits: { accept: ['jpg', 'png', 'pdf'], maxBytes: 10 * 1_048_576 },
} as const

/** The number of a question: Q, yyyyMMdd and four digits that count from 1 each day. */
export function questionNo(day: string, running: number): string {
  return runningNo('Q', day, running)
}

/** The number of an objection: Y, yyyyMMdd and four digits that count from 1 each day. */
export function objectionNo(day: string, running: number): string {
  return runningNo('Y', day, running)
}
