import type { FactRow, FactValue } from '../rules/condition.ts'

/** Characters that nobody can read, some of which no page and not every database bears. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu

/** A value that fits nothing, without what cannot be read of it, for people to look at. */
export function readable(value: FactValue): FactValue {
  if (typeof value === 'string') return readableText(value)
  if (typeof value !== 'object') return value
  return isTexts(value) ? value.map(readableText) : value.map(readableRow)
}

function isTexts(value: readonly string[] | readonly FactRow[]): value is readonly string[] {
  return value.every((each) => typeof each === 'string')
}

function readableRow(row: FactRow): FactRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? readableText(value) : value,
    ]),
  )
}

function readableText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNREADABLE, '')
}
