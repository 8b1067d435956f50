import { describe, expect, test } from 'vitest'
import { addMonths, addToMonth, monthsBetween } from '#shared/calendar/month.ts'
import { derivedFact, deriveValue, type Derivation } from '#shared/elements/derive.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { factsFrom } from '#shared/rules/judge.ts'
import { TODAY } from './fields.ts'

const FACTS: Record<string, FactValue> = {
  born: '2008-11-24',
  leap: '2024-02-29',
  start: '2026-11',
  at: '2026-11-20T08:30',
  id: '11010519491231002X',
  heirs: [{ share: 33.33 }, { share: 33.33 }, { share: 33.34 }],
  none: [],
  price: 12.5,
  pieces: 3,
}

function derive(derivation: Derivation): FactValue | undefined {
  return deriveValue(derivation, (element) => FACTS[element], TODAY)
}

describe('computed from other facts', () => {
  test.each<[Derivation, FactValue | undefined]>([
    [{ daysSince: 'at' }, 3],
    [{ monthsSince: 'start' }, 0],
    [{ ageYears: 'born' }, 17],
    [{ ageYears: 'leap' }, 2],
    [{ today: {} }, '2026-11-23'],
    [{ today: { addMonths: 3 } }, '2027-02-23'],
    [{ today: { addMonths: 3, addDays: -1 } }, '2027-02-22'],
    [{ addMonths: { to: 'start', months: 2 } }, '2027-01'],
    [{ addMonths: { to: 'leap', months: 12 } }, '2025-02-28'],
    [{ count: 'heirs' }, 3],
    [{ count: 'none' }, 0],
    [{ sum: { group: 'heirs', field: 'share' } }, 100],
    [{ sum: { group: 'heirs', field: 'age' } }, undefined],
    [{ total: ['price', 'pieces'] }, 15.5],
    [{ product: ['price', 'pieces'] }, 37.5],
    [{ product: ['price', 'nobody'] }, undefined],
    [{ birthDateOf: 'id' }, '1949-12-31'],
    [{ genderOf: 'id' }, 'female'],
    [{ daysSince: 'nobody' }, undefined],
  ])('%j is %j', (derivation, expected) => expect(derive(derivation)).toEqual(expected))

  test('a fact has the source of what it was computed from', () => {
    const source = { kind: 'exchange', resource: 'population', at: 5 } as const
    expect(derivedFact({ ageYears: 'born' }, factsFrom(FACTS, source), TODAY)).toEqual({ value: 17, source })
    expect(derivedFact({ today: {} }, factsFrom(FACTS, source), TODAY)?.source).toEqual({ kind: 'derived' })
  })
})

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-15', -3, '2025-12-15'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

  test.each([
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-03-15', '2026-01-20', -1],
    ['2026-03-15', '2026-01-15', -2],
  ])('from %s to %s are %i whole months', (from, to, months) => expect(monthsBetween(from, to)).toBe(months))

  test('run over years', () =>
    expect([addToMonth('2026-11', 2), addToMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']))
})
