import { dayOf } from '../calendar/day.ts'
import type { DataElement } from '../elements/element.ts'
import { takeKnown } from '../elements/value.ts'
import type { FactValue } from '../rules/condition.ts'

/** What the rules need to know of a field of a resource. */
export interface JudgedField {
  field: string
  /** Must be filled; what may be empty and is empty is not counted. */
  required: boolean
  /** Absent when it is mapped to no element: then only its being there is judged. */
  element?: DataElement
}

/** What came of one field: how many values, how many of them empty, how many against the rules of their element. */
export interface FieldCount {
  field: string
  came: number
  empty: number
  faulty: number
}

/**
 * Judges what a resource answered, domain.md §11.7: complete is what is not empty of what must be filled; accurate is
 * what its element's rules take (form, range, check digits, code lists) of what is not empty.
 * @param at epoch milliseconds: some rules ask what day it is
 */
export function judgeRows(
  fields: readonly JudgedField[],
  rows: readonly Readonly<Record<string, FactValue>>[],
  at: number,
): FieldCount[] {
  const today = dayOf(at)
  return fields.map(({ field, required, element }) => {
    const count = { field, came: 0, empty: 0, faulty: 0 }
    for (const row of rows) {
      const value = row[field]
      if (!isEmpty(value) || required) count.came += 1
      if (isEmpty(value)) count.empty += required ? 1 : 0
      else if (element && takeKnown(element, value, { today }).fault) count.faulty += 1
    }
    return count
  })
}

function isEmpty(value: FactValue | undefined): value is undefined {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Shares of what came: complete, and accurate of what is not empty. */
export function qualityOf(counts: readonly Omit<FieldCount, 'field'>[]): {
  complete: { part: number; whole: number }
  accurate: { part: number; whole: number }
} {
  const sum = (of: 'came' | 'empty' | 'faulty') => counts.reduce((total, count) => total + count[of], 0)
  const there = sum('came') - sum('empty')
  return {
    complete: { part: there, whole: sum('came') },
    accurate: { part: there - sum('faulty'), whole: there },
  }
}
