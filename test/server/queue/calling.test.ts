import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { look, perform, type Asking } from '#domain/perform.ts'
import {
  arriveAtKiosk,
  comeBack,
  leave,
  listHalls,
  readHall,
  readScreen,
  readTicket,
  takeAtKiosk,
  transfer,
} from '#domain/queue/index.ts'
import { addDays, weekdayOf } from '#shared/calendar/day.ts'
import { openWorld, type World } from '../../support/world.ts'
import { arrive, book, call, callAll, desk, HALL, move, refusedBy, sitAt, take } from './hall.ts'

let world: World
let clerk: Asking
let other: Asking
let today = '2026-11-23'
beforeAll(async () => {
  world = await openWorld()
})

/** Every test has a working day of its own; the line of the day before is over. */
beforeEach(async () => {
  do today = addDays(today, 1)
  while (weekdayOf(today) > 5)
  await clock('09:00')
  await sitAt(clerk, 'A02')
})

async function clock(time: string): Promise<void> {
  world.at(`${today}T${time}:00+08:00`)
  clerk = await world.as('counter')
  other = await world.as('counter2')
}
const kioskKey = async () => new URLSearchParams((await desk(clerk)).kiosk.split('?')[1]).get('key') ?? ''
const ticketAtKiosk = async (business = 'people') => {
  const key = await kioskKey()
  const stranger = await world.as('stranger')
  const wish = { hall: HALL, business, priority: '', key }
  return (await perform(stranger, (act) => takeAtKiosk(act, wish))).ticket
}
const page = async (ticket: string) =>
  look(await world.as('stranger'), (reading) => readTicket(reading, { ticket }))

describe('calling', () => {
  it('follows the order of tickets, with priority first and never more than three in a row', async () => {
    for (let i = 0; i < 2; i += 1) await take(clerk)
    for (let i = 0; i < 4; i += 1) await take(clerk, 'people', 'disabled')
    expect(await callAll(clerk)).toEqual(['B003', 'B004', 'B005', 'B001', 'B006', 'B002'])
  })

  it('calls appointments whose time has begun first, and those who came early when nobody else waits', async () => {
    await clock('08:00')
    const { no } = await book(await world.as('lin'), '09:00', { day: today })
    const later = await book(await world.as('father'), '10:00', { day: today })
    await clock('09:05')
    const walkIn = await take(clerk)
    const early = await arrive(clerk, later.no)
    const inTime = await arrive(clerk, no)
    expect(await arrive(clerk, no)).toBe(inTime)
    expect(await callAll(clerk)).toEqual([inTime, walkIn, early])
  })

  it('lets who comes too late queue as if without appointment', async () => {
    await clock('08:00')
    const { no } = await book(await world.as('lin'), '09:00', { day: today })
    await clock('09:16')
    const before = await take(clerk)
    const late = await arrive(clerk, no)
    expect(await callAll(clerk)).toEqual([before, late])
  })

  it('never gives one ticket to two clerks, though both call at once', async () => {
    await sitAt(other, 'A01')
    for (let i = 0; i < 40; i += 1) await take(clerk)
    const called: string[] = []
    for (let i = 0; i < 20; i += 1) {
      const two = await Promise.all([call(clerk), call(other)])
      called.push(...two.filter((no) => no !== null))
      await Promise.all([move(clerk, 'serve'), move(other, 'serve')])
    }
    expect(called).toHaveLength(40)
    expect(new Set(called).size).toBe(40)
    await callAll(other)
    await perform(other, (act) => leave(act, { hall: HALL }))
  })

  it('lets a ticket be given up after three calls only, and its holder come back once, behind three', async () => {
    const ticket = await ticketAtKiosk()
    await call(clerk)
    expect(await refusedBy(move(clerk, 'miss'))).toBe('move_not_possible')
    expect(await refusedBy(call(clerk))).toBe('move_not_possible')
    await move(clerk, 'recall')
    await move(clerk, 'recall')
    const four = [await take(clerk), await take(clerk), await take(clerk), await take(clerk)]
    expect(await call(clerk)).toBe(four[0])
    await move(clerk, 'serve')
    const stranger = await world.as('stranger')
    const back = () => perform(stranger, (act) => comeBack(act, { ticket }))
    expect((await page(ticket)).mayComeBack).toBe(true)
    await back()
    const { no } = await page(ticket)
    expect(await call(clerk)).toBe(four[1])
    await move(clerk, 'serve')
    expect(await call(clerk)).toBe(four[2])
    await move(clerk, 'serve')
    expect(await call(clerk)).toBe(four[3])
    await move(clerk, 'serve')
    expect(await call(clerk)).toBe(no)
    await move(clerk, 'recall')
    await move(clerk, 'recall')
    await move(clerk, 'miss')
    expect(await refusedBy(back())).toBe('move_not_possible')
  })

  it('sends a ticket on to another business or counter, where it keeps its place', async () => {
    const sent = await take(clerk)
    await call(clerk)
    const { current } = await desk(clerk)
    const ticket = current?.id ?? ''
    const to = (business: string, counter: string) =>
      perform(clerk, (act) => transfer(act, { ticket, business, counter }))
    expect(await refusedBy(to('life-events', 'A01'))).toBe('counter_empty')
    expect(await refusedBy(to('enterprises', 'A02'))).toBe('not_an_option')
    await sitAt(other, 'A01')
    await to('life-events', 'A01')
    await take(clerk)
    const next = await take(clerk)
    expect(await call(other)).toBe(sent)
    await move(other, 'serve')
    await callAll(other)
    expect(await desk(clerk).then(({ line }) => line.map(({ no }) => no))).not.toContain(next)
    await perform(other, (act) => leave(act, { hall: HALL }))
  })
})

describe('the line of a counter', () => {
  it('counts everybody whom it may call, also those whom its page has no room for, and nobody else', async () => {
    await sitAt(other, 'A01')
    for (let i = 0; i < 2; i += 1) {
      await take(clerk)
      await call(clerk)
      const ticket = (await desk(clerk)).current?.id ?? ''
      await perform(clerk, (act) => transfer(act, { ticket, business: 'life-events', counter: 'A01' }))
    }
    const own: string[] = []
    for (let i = 0; i < 21; i += 1) own.push(await take(clerk))
    const { line, lineLength } = await desk(clerk)
    expect(line.map(({ no }) => no)).toEqual(own.slice(0, 20))
    expect(lineLength).toBe(21)
    expect((await desk(other)).lineLength).toBe(23)
    await callAll(other)
    await perform(other, (act) => leave(act, { hall: HALL }))
  })
})

describe('counters', () => {
  it('are one for each clerk; nobody leaves or is driven out with somebody in front of them', async () => {
    await take(clerk)
    await call(clerk)
    await move(clerk, 'serve')
    expect(await refusedBy(sitAt(other, 'A02'))).toBe('counter_taken')
    expect(await refusedBy(sitAt(clerk, 'A01'))).toBe('ticket_in_hand')
    await move(clerk, 'finish')
    await sitAt(other, 'A02')
    expect(await refusedBy(call(clerk))).toBe('counter_missing')
    expect((await desk(clerk)).counter).toBeNull()
  })

  it('call only what they are for', async () => {
    await take(clerk, 'enterprises')
    expect(await call(clerk)).toBeNull()
    await sitAt(other, 'B01')
    expect(await call(other)).toMatch(/^C/)
    await move(other, 'serve')
    await move(other, 'finish')
  })
})

describe('what the public sees', () => {
  it('are numbers, how many wait, and the median of the waits of the last hour', async () => {
    const first = await take(clerk)
    await take(clerk)
    await clock('09:12')
    await call(clerk)
    const stranger = await world.as('stranger')
    const hall = await look(stranger, (reading) => readHall(reading, { hall: HALL }))
    const people = hall.businesses.find(({ business }) => business === 'people')
    expect(people?.waiting).toBe(1)
    expect(people?.minutes).toBeGreaterThanOrEqual(10)
    expect(people?.minutes).toBeLessThanOrEqual(15)
    expect(hall.priorities.map(({ code }) => code)).toContain('disabled')
    const lines = await look(stranger, listHalls)
    expect(lines.find(({ code }) => code === HALL)?.minutes).toBe(people?.minutes)
    expect(lines.find(({ code }) => code === 'yuntai-centre')?.minutes).toBeNull()
    const screen = await look(stranger, (reading) => readScreen(reading, { hall: HALL }))
    expect(screen.called).toEqual([
      { no: first, counter: 'A02', counterName: '个人事项综合窗口', fresh: true },
    ])
    await clock('10:30')
    const later = await look(await world.as('stranger'), (reading) => readHall(reading, { hall: HALL }))
    expect(later.businesses.find(({ business }) => business === 'people')?.minutes).toBeNull()
  })

  it('is how many are called before one’s own ticket, those with priority counted', async () => {
    const mine = await ticketAtKiosk()
    expect((await page(mine)).ahead).toBe(0)
    await take(clerk, 'people', 'disabled')
    await take(clerk)
    expect((await page(mine)).ahead).toBe(1)
  })

  it('may be drawn at the hall alone, while it is open', async () => {
    const stranger = await world.as('stranger')
    const wish = { hall: HALL, business: 'people', priority: '' }
    const from = (key: string) => perform(stranger, (act) => takeAtKiosk(act, { ...wish, key }))
    expect(await refusedBy(from('guessed'))).toBe('not_found')
    const key = await kioskKey()
    const { ticket } = await from(key)
    expect((await page(ticket)).ahead).toBe(0)
    await clock('12:30')
    expect(
      await refusedBy(perform(await world.as('stranger'), (act) => takeAtKiosk(act, { ...wish, key }))),
    ).toBe('hall_closed')
  })

  it('shows who has an appointment its ticket without a second one', async () => {
    await clock('08:30')
    const { no } = await book(await world.as('lin'), '09:30', { day: today })
    const key = await kioskKey()
    const stranger = await world.as('stranger')
    const say = (typed: string) =>
      perform(stranger, (act) => arriveAtKiosk(act, { hall: HALL, no: typed, key }))
    const { ticket } = await say(`${no.slice(0, 4)} ${no.slice(4)}`)
    expect((await say(no)).ticket).toBe(ticket)
    expect((await page(ticket)).notBefore).toBe('09:30')
    expect(await refusedBy(say('00000000'))).toBe('appointment_unknown')
  })
})
