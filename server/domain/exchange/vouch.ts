import { blind } from '#db'
import { numbersAsked, numbersIn } from '#shared/exchange/numbers.ts'
import type { LookupAnswer, LookupRequest, Matter } from './types.ts'

/**
 * The exchange's word that a register or a certificate named somebody by this number to the applicant of a draft. It
 * counts for that draft and that number alone, and nobody else can make it.
 */
export function vouchFor(draft: string, number: string): string {
  return blind(`related ${draft} ${number}`).slice(0, 22)
}

/**
 * The word for every number that a register answered with to a draft's question: whatever may be asked names the
 * applicant or somebody they were proven to be related to. A question that names nobody proves nothing.
 */
export function vouchersOf(
  { kind, id }: Matter,
  { params }: LookupRequest,
  rows: LookupAnswer['rows'],
): Record<string, string> {
  if (kind !== 'draft' || numbersAsked(params).length === 0) return {}
  const numbers = new Set(rows.flatMap((row) => Object.values(row).flatMap(numbersIn)))
  return Object.fromEntries([...numbers].map((number) => [number, vouchFor(id, number)]))
}
