import { addDays, daysBetween } from '../calendar/day.ts'
import { addMonths, addToMonth, monthsBetween } from '../calendar/month.ts'
import { isRows, type FactValue } from '../rules/condition.ts'
import type { Fact, Facts } from '../rules/judge.ts'
import { pensionMonthsNeeded, retirementMonths, trackOf, type RetirementMonths } from './retirement.ts'
import { birthDateOf, genderOf } from './types/resident-id.ts'

/**
 * How a fact is computed from others. A small closed set, so that every computation can be told in words; what
 * compares facts is a condition.
 */
export type Derivation =
  /** Whole days, months or years since a day, a moment or a month. */
  | { daysSince: string }
  | { monthsSince: string }
  | { ageYears: string }
  /** The day it is, perhaps moved. */
  | { today: { addDays?: number; addMonths?: number } }
  /** A day or month moved by months. */
  | { addMonths: { to: string; months: number } }
  /** How many rows a group has; the sum of a field over its rows. */
  | { count: string }
  | { sum: { group: string; field: string } }
  /** The sum and the product of elements. */
  | { total: string[] }
  | { product: string[] }
  /** What a resident id states. */
  | { birthDateOf: string }
  | { genderOf: string }
  /** The legal month of retirement, or the first or last of elastic retirement. `post` counts for women only; without
   * it they are taken to be in flexible employment. */
  | { retirementMonth: { which: keyof RetirementMonths; birthDate: string; gender: string; post?: string } }
  /** Least months of contributions for a pension, when one retires in that month. */
  | { pensionMonths: string }

/** The elements a computation needs. */
export function sourcesOf(derivation: Derivation): string[] {
  if ('today' in derivation) return []
  if ('addMonths' in derivation) return [derivation.addMonths.to]
  if ('sum' in derivation) return [derivation.sum.group]
  if ('retirementMonth' in derivation) {
    const { birthDate, gender, post } = derivation.retirementMonth
    return post === undefined ? [birthDate, gender] : [birthDate, gender, post]
  }
  return Object.values(derivation).flat()
}

/**
 * The computed value; undefined while a fact it needs is missing or cannot be computed with.
 * @param today `YYYY-MM-DD`
 */
export function deriveValue(
  derivation: Derivation,
  valueOf: (element: string) => FactValue | undefined,
  today: string,
): FactValue | undefined {
  if ('today' in derivation) {
    const { addDays: days = 0, addMonths: months = 0 } = derivation.today
    return addDays(addMonths(today, months), days)
  }
  const values = sourcesOf(derivation).map(valueOf)
  if ('retirementMonth' in derivation) return retirementMonth(derivation.retirementMonth, values)
  const given = values.filter((value) => value !== undefined)
  const [value] = given
  if (value === undefined || given.length < values.length) return undefined
  if ('count' in derivation) return isRows(value) ? value.length : undefined
  if ('sum' in derivation)
    return isRows(value) ? sum(value.map((row) => row[derivation.sum.field])) : undefined
  if ('total' in derivation) return sum(given)
  if ('product' in derivation) return exact(given.reduce<number>((all, each) => all * Number(each), 1))
  return deriveFromText(derivation, String(value), today)
}

/** The computed value as a fact; its source is that of the first fact it was computed from. */
export function derivedFact(derivation: Derivation, facts: Facts, today: string): Fact | undefined {
  const value = deriveValue(derivation, (element) => facts(element)?.value, today)
  if (value === undefined) return undefined
  const [first] = sourcesOf(derivation)
  const source = first === undefined ? undefined : facts(first)?.source
  return { value, source: source ?? { kind: 'derived' } }
}

type FromText = Exclude<
  Derivation,
  { today: object } | { count: string } | { sum: object } | { total: string[] } | { product: string[] }
>

function deriveFromText(derivation: FromText, text: string, today: string): FactValue | undefined {
  if ('birthDateOf' in derivation) return birthDateOf(text)
  if ('genderOf' in derivation) return genderOf(text)
  if ('pensionMonths' in derivation) return pensionMonthsNeeded(text)
  const isMonth = /^\d{4}-\d{2}$/.test(text)
  if ('addMonths' in derivation) {
    const { months } = derivation.addMonths
    return isMonth ? addToMonth(text, months) : addMonths(text.slice(0, 10), months)
  }
  const day = isMonth ? `${text}-01` : text.slice(0, 10)
  if ('daysSince' in derivation) return daysBetween(day, today)
  const months = monthsBetween(day, today)
  return 'monthsSince' in derivation ? months : Math.floor(months / 12)
}

function retirementMonth(
  { which, post }: { which: keyof RetirementMonths; post?: string },
  [birthDate, gender, kind]: readonly (FactValue | undefined)[],
): string | undefined {
  const track = trackOf(gender, post === undefined ? 'flexible' : kind)
  return track && birthDate !== undefined ? retirementMonths(String(birthDate), track)[which] : undefined
}

function sum(values: readonly (FactValue | undefined)[]): number | undefined {
  const numbers = values.map(Number)
  return numbers.every(Number.isFinite) ? exact(numbers.reduce((all, each) => all + each, 0)) : undefined
}

/** Takes away what binary fractions leave behind: 33.33 + 33.33 + 33.34 is 100. */
function exact(number: number): number {
  return Number(number.toFixed(6))
}
