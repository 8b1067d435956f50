import { describe, expect, it } from 'vitest'
import { calledBefore } from '../../../shared/queue/ahead.ts'
import { barredUntil } from '../../../shared/queue/no-show.ts'
import { isOver, movesOf, QUEUE_MOVES, QUEUE_STATES, type QueueMove } from '../../../shared/queue/moves.ts'
import { afterCall, chooseNext } from '../../../shared/queue/next.ts'
import { priorityByAge } from '../../../shared/queue/priority.ts'
import { isOpenAt, slotsOf } from '../../../shared/queue/slots.ts'
import { medianWait, waitClassOf } from '../../../shared/queue/waits.ts'
import { momentOf } from '../../../shared/calendar/day.ts'
import type { Calendar } from '../../../shared/calendar/working-days.ts'

const OPENING = {
  workdays: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  saturdays: [{ from: '09:00', to: '12:00' }],
}
const CALENDAR: Calendar = new Map([
  ['2026-10-01', 'holiday'],
  ['2026-10-03', 'holiday'],
  ['2026-10-10', 'workday'],
  ['2026-10-11', 'workday'],
])

describe('slots', () => {
  it('are half hours of the opening times, none of which runs into the lunch break', () => {
    const slots = slotsOf(OPENING, '2026-11-24', CALENDAR, 30)
    expect(slots).toHaveLength(14)
    expect(slots).toContain('11:30')
    expect(slots).not.toContain('12:00')
    expect(slots.at(-1)).toBe('16:30')
    expect(slotsOf(OPENING, '2026-11-24', CALENDAR, 50).slice(0, 4)).toEqual([
      '09:00',
      '09:50',
      '10:40',
      '13:00',
    ])
  })

  it('follow the working calendar: holidays are closed, make-up days are whole days', () => {
    expect(slotsOf(OPENING, '2026-10-01', CALENDAR, 30)).toEqual([])
    expect(slotsOf(OPENING, '2026-10-03', CALENDAR, 30)).toEqual([])
    expect(slotsOf(OPENING, '2026-10-10', CALENDAR, 30)).toHaveLength(14)
    expect(slotsOf(OPENING, '2026-10-11', CALENDAR, 30)).toHaveLength(14)
    expect(slotsOf(OPENING, '2026-11-28', CALENDAR, 30)).toHaveLength(6)
    expect(slotsOf(OPENING, '2026-11-29', CALENDAR, 30)).toEqual([])
  })

  it('say whether tickets are called at a moment', () => {
    const open = (time: string) => isOpenAt(OPENING, momentOf('2026-11-24', time), CALENDAR)
    expect(['08:59', '09:00', '11:59', '12:00', '16:59', '17:00'].map(open)).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ])
  })
})

describe('whom to call', () => {
  const rules = { appointmentsInRow: 2, priorityInRow: 2 }
  const heads = { appointmentPriority: 'P', appointment: 'A', walkInPriority: 'p', walkIn: 'w' }
  const none = { appointments: 0, appointmentPriority: 0, walkInPriority: 0 }

  it('lets appointments and priority go first, each only so often in a row', () => {
    const called: string[] = []
    let inRow = none
    for (let i = 0; i < 9; i += 1) {
      const next = chooseNext(heads, inRow, rules) ?? ''
      called.push(next)
      inRow = afterCall(inRow, {
        appointment: 'PA'.includes(next),
        priority: 'Pp'.includes(next),
      })
    }
    expect(called.join('')).toBe('PPpAPpPAw')
    expect(
      chooseNext({ ...heads, walkIn: undefined }, { ...none, appointments: 2, walkInPriority: 2 }, rules),
    ).toBe('p')
  })

  it('never leaves somebody waiting while nobody else does', () => {
    expect(chooseNext({ walkIn: 'w' }, none, rules)).toBe('w')
    expect(chooseNext({ appointment: 'A' }, { ...none, appointments: 9 }, rules)).toBe('A')
    expect(chooseNext({ early: 'e' }, none, rules)).toBe('e')
    expect(chooseNext({ early: 'e', walkIn: 'w' }, none, rules)).toBe('w')
    expect(chooseNext({}, none, rules)).toBeUndefined()
  })

  it('calls whoever was sent on to this counter first', () => {
    expect(chooseNext({ ...heads, own: 'o' }, none, rules)).toBe('o')
  })
})

describe('the moves of a ticket', () => {
  const rules = { callsBeforeMissed: 3, comeBack: { times: 1 } }
  const after = (state: (typeof QUEUE_STATES)[number]) =>
    movesOf({ state, calls: 3, comeBacks: 0 }, rules).map((move) => QUEUE_MOVES[move].to)

  it.each(QUEUE_STATES)('lead from %s to an end', (from) => {
    const seen = new Set([from])
    for (const state of seen) for (const to of after(state)) seen.add(to)
    expect([...seen].some(isOver)).toBe(true)
  })

  it('give nobody up before the calls are made, and let them come back once', () => {
    const may = (move: QueueMove, facts: Parameters<typeof movesOf>[0]) =>
      movesOf(facts, rules).includes(move)
    expect(may('miss', { state: 'called', calls: 2, comeBacks: 0 })).toBe(false)
    expect(may('miss', { state: 'called', calls: 3, comeBacks: 0 })).toBe(true)
    expect(may('comeBack', { state: 'missed', calls: 3, comeBacks: 0 })).toBe(true)
    expect(may('comeBack', { state: 'missed', calls: 3, comeBacks: 1 })).toBe(false)
  })
})

describe('staying away', () => {
  const rules = { count: 3, withinDays: 30, barredDays: 30 }

  it('bars for 30 days after the third time within 30 days', () => {
    const days = ['2026-11-20', '2026-11-02', '2026-11-10']
    expect(barredUntil(days, rules, '2026-11-23')).toBe('2026-12-20')
    expect(barredUntil(days, rules, '2026-12-20')).toBe('2026-12-20')
    expect(barredUntil(days, rules, '2026-12-21')).toBeNull()
  })

  it('bars nobody whose absences lie further apart', () => {
    expect(barredUntil(['2026-10-01', '2026-11-10', '2026-11-20'], rules, '2026-11-23')).toBeNull()
    expect(barredUntil(['2026-11-20'], rules, '2026-11-23')).toBeNull()
  })
})

describe('priority by age', () => {
  it('is given on the 65th birthday', () => {
    const priorities = [{ code: 'elderly', name: { zh: '老', en: 'old' }, fromAge: 65 }]
    expect(priorityByAge(priorities, '349901196111240011', '2026-11-23')).toBe('')
    expect(priorityByAge(priorities, '349901196111240011', '2026-11-24')).toBe('elderly')
  })
})

describe('the median of waits', () => {
  const minutes = (...waits: number[]) => {
    const counts = new Map<number, number>()
    for (const wait of waits) {
      const place = waitClassOf(wait * 60_000)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return medianWait(counts)
  }

  it('is that of the people, within the width of a class', () => {
    expect(minutes()).toBeNull()
    expect(minutes(0.2)).toBeLessThanOrEqual(1)
    expect(minutes(1, 12, 12, 12, 80)).toBeGreaterThanOrEqual(10)
    expect(minutes(1, 12, 12, 12, 80)).toBeLessThanOrEqual(15)
    expect(minutes(500, 600)).toBe(120)
  })
})

describe('how many are before a ticket', () => {
  const RULES = { appointmentsInRow: 3, priorityInRow: 3 }
  const NOW = 1_000
  const walkIn = (id: string, priority = '') =>
    ({ id, lane: 'walkIn', priority, slotAt: 0, onlyCounter: '' }) as const
  const booked = (id: string, slotAt: number) =>
    ({ id, lane: 'appointment', priority: '', slotAt, onlyCounter: '' }) as const

  it('counts those whom the rules call first, also when they came later', () => {
    const line = [walkIn('first'), walkIn('mine'), walkIn('disabled', 'disabled'), booked('due', 900)]
    expect(calledBefore(line, 'mine', NOW, RULES)).toBe(3)
    expect(calledBefore(line, 'disabled', NOW, RULES)).toBe(1)
    expect(calledBefore(line, 'due', NOW, RULES)).toBe(0)
  })

  it('counts no more of them than are called in a row, and nobody who came before their slot', () => {
    const due = ['a', 'b', 'c', 'd'].map((id) => booked(id, 900))
    expect(calledBefore([walkIn('mine'), ...due], 'mine', NOW, RULES)).toBe(3)
    expect(calledBefore([booked('early', 2_000), walkIn('mine')], 'mine', NOW, RULES)).toBe(0)
    expect(calledBefore([booked('early', 2_000), walkIn('other')], 'early', NOW, RULES)).toBe(1)
  })
})
