import { describe, expect, test } from 'vitest'
import type { StaffActor } from '#shared/access/actor.ts'
import { workdayHours } from '#shared/calendar/idle.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { TICKET_MOVES } from '#shared/hotline/moves.ts'
import { exportFile } from '#shared/supervision/export-file.ts'
import { workloadChart } from '#shared/supervision/workload-chart.ts'
import { chosenOf } from '#shared/work/assignment.ts'
import type { MoveTable } from '#shared/work/move.ts'
import { holderAfter, keepsHolder } from '#shared/work/turn.ts'

const candidate = (id: string, load = 0, knowsIt = false) => ({ id, load, knowsIt })

describe('who gets a piece of work', () => {
  test('is whoever has least, the first by id among equals', () => {
    expect(chosenOf('load', [candidate('b', 1), candidate('c'), candidate('a', 1)], '')).toBe('c')
    expect(chosenOf('load', [candidate('b'), candidate('a')], 'a')).toBe('a')
  })

  test('is the next in line, from the beginning after the last', () => {
    const line = [candidate('a'), candidate('b'), candidate('c')]
    expect(['', 'a', 'c', 'gone'].map((last) => chosenOf('turn', line, last))).toEqual(['a', 'b', 'a', 'a'])
  })

  test('is somebody who had it before, however much they have', () => {
    expect(chosenOf('load', [candidate('a', 0), candidate('b', 9, true)], '')).toBe('b')
  })

  test('is nobody where it is taken by hand, or nobody is there', () => {
    expect(chosenOf('none', [candidate('a')], '')).toBeUndefined()
    expect(chosenOf('load', [], '')).toBeUndefined()
  })
})

describe('whoever has an item on their desk', () => {
  test.each([
    ['reviewing', 'amending', true],
    ['amending', 'reviewing', true],
    ['reviewing', 'special', true],
    ['received', 'correcting', true],
    ['received', 'waiting', false],
    ['received', 'reviewing', false],
    ['reviewing', 'extending', false],
    ['extending', 'reviewing', false],
    ['reviewing', 'deciding', false],
    ['reviewing', 'denied', false],
  ])('from %s to %s keeps it: %s', (from, to, keeps) => {
    expect(keepsHolder(CASE_ITEM_MOVES, from, to)).toBe(keeps)
  })
})

test('whoever signs for a ticket keeps it, and whoever asks the head for something does not', () => {
  const handler: StaffActor = {
    kind: 'staff',
    id: 'handler',
    accountId: 'handler',
    name: '',
    units: ['water'],
    grants: (['tickets.handle', 'cases.decide'] as const).map((right) => ({
      right,
      scope: 'unit' as const,
      unit: 'water',
    })),
  }
  const held = { unit: 'water', ownerId: 'caller', doers: {}, assignee: 'handler' }
  const after = (table: MoveTable, from: string, to: string) =>
    holderAfter(table, { ...held, state: from }, { ...held, state: to }, handler)
  expect(after(TICKET_MOVES, 'dispatched', 'handling')).toBe('handler')
  expect(after(CASE_ITEM_MOVES, 'reviewing', 'extending')).toBe('')
  expect(after(CASE_ITEM_MOVES, 'reviewing', 'denied')).toBe('')
})

test('hours of a week-end are no hours of working days', () => {
  const friday = Date.parse('2026-11-27T16:00:00+08:00')
  expect(workdayHours(friday, Date.parse('2026-11-30T10:00:00+08:00'), new Map())).toBe(18)
  const holiday = new Map([['2026-11-30', 'holiday' as const]])
  expect(workdayHours(friday, Date.parse('2026-11-30T10:00:00+08:00'), holiday)).toBe(8)
})

test('a chart draws parts in proportion and takes no markup from names', () => {
  const load = { name: '<b>', unit: '', open: 10, atRisk: 2, overdue: 3 }
  const svg = workloadChart([load], '工作量', 'zh')
  expect(svg).toContain('&lt;b&gt;')
  expect(svg).not.toContain('<b>')
  const widths = [...svg.matchAll(/y="44" width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths).toEqual([335, 134, 201])
})

test('a name that begins like a formula is a text in the file', () => {
  const line = {
    id: '1',
    kind: 'caseItem' as const,
    state: 'reviewing',
    no: '=1+1',
    label: '林**',
    title: '户口登记',
    href: '/',
    unit: '市公安局',
    holder: '',
    light: 'red' as const,
    dueDay: '2026-11-20',
    daysLeft: -1,
  }
  const file = exportFile([line], { no: 'e1', name: '万德胜', purpose: '通报', when: '' }, 'zh')
  expect(file).toContain(`"'=1+1","户口登记","林**","市公安局","","审查中","2026-11-20","-1","红"`)
})
