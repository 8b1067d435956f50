import { runningNo } from '../running-no.ts'

/** The number of a rectification: R, yyyyMMdd and four digits that count from 1 each day. */
export function rectificationNo(day: string, running: number): string {
  return runningNo('R', day, running)
}
