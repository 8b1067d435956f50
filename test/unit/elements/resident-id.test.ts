import { describe, expect, test } from 'vitest'
import { birthDateOf, genderOf } from '#shared/elements/types/resident-id.ts'
import { take } from './fields.ts'

describe('a resident id', () => {
  test.each([
    ['11010519491231002X', 'female'],
    ['500112198808080249', 'female'],
    ['430181196001150037', 'male'],
    ['341502202412310019', 'male'],
    ['341502202402290026', 'female'],
    ['341502202503011233', 'male'],
  ])('%s is taken (domain.md §7.1), %s', (id, gender) => {
    expect(take('residentId', id)).toEqual({ value: id, problem: null })
    expect(genderOf(id)).toBe(gender)
  })

  test.each(['810000199408230021', '820000199001010010', '830000199201300022'])(
    '%s of a resident from Hong Kong, Macao or Taiwan is taken (§7.2)',
    (id) => expect(take('residentId', id).problem).toBeNull(),
  )

  test.each([
    ['440524188001010014', 'resident_id_birth', 'born before 1900'],
    ['341501199902290013', 'resident_id_birth', 'on a day that never was'],
    ['110105194912310021', 'resident_id_check', 'with a wrong check digit'],
    ['110105491231002', 'resident_id_old', 'of the old 15 digits'],
    ['341502203012310019', 'resident_id_birth', 'born tomorrow or later'],
    ['991502202412310019', 'resident_id_province', 'of no province'],
    ['34150220241231001', 'resident_id_form', 'one digit short'],
    ['3415022024123100X9', 'resident_id_form', 'with its X in the wrong place'],
  ])('%s is refused as %s: %s', (id, problem) => {
    expect(take('residentId', id).problem).toBe(problem)
  })

  test('typed in full width, with spaces, hyphens and a small x is understood', () => {
    expect(take('residentId', ' １１０１０５-19491231 002x ')).toEqual({
      value: '11010519491231002X',
      problem: null,
    })
  })

  test('tells the day of birth', () => {
    expect(birthDateOf('341502202402290026')).toBe('2024-02-29')
  })
})
