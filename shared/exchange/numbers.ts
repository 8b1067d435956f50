import type { FactRow, FactValue } from '../rules/condition.ts'

/** A resident id or a unified social credit code, as registers write them. */
const NUMBER = /^(?:\d{17}[\dX]|[0-9A-Z]{18})$/u

/** Whom a parameter or a field of a resource names, told by its own name: `motherResidentId`, `creditCode`. */
export function kindNamed(name: string): 'person' | 'organisation' | undefined {
  if (/residentId$/iu.test(name)) return 'person'
  return /creditCode$/iu.test(name) ? 'organisation' : undefined
}

/** Whether a parameter or a field of a resource names a person or an organisation. */
export function isNaming(name: string): boolean {
  return kindNamed(name) !== undefined
}

/** The numbers of people and organisations that a question is asked with. */
export function numbersAsked(params: Readonly<Record<string, string>>): string[] {
  return Object.entries(params).flatMap(([name, value]) => (isNaming(name) && value !== '' ? [value] : []))
}

/** The numbers of people and organisations that stand in a value of a register, in rows also in their cells. */
export function numbersIn(value: FactValue | undefined): string[] {
  if (typeof value === 'string') return NUMBER.test(value) ? [value] : []
  if (!Array.isArray(value)) return []
  return value.flatMap((each: string | FactRow) =>
    typeof each === 'string' ? numbersIn(each) : Object.values(each).flatMap(numbersIn),
  )
}
