import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import {
  bookAtDesk,
  cancelOwn,
  comingAppointments,
  changeOwn,
  deskAppointments,
  handleQueueTick,
  ownAppointments,
  ownForm,
  readAppointment,
} from '#domain/queue/index.ts'
import { openWorld, type World } from '../../support/world.ts'
import { arrive, book, freeAt, HALL, refusedBy, TUESDAY } from './hall.ts'

let world: World
let lin: Asking
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.at('2026-11-23T10:00:00+08:00')
  lin = await world.as('lin')
})

const at = async (iso: string, login: string) => {
  world.at(iso)
  return world.as(login)
}
const cancel = (who: Asking, no: string) => perform(who, (act) => cancelOwn(act, { no }))
const change = (who: Asking, no: string, time: string, day = TUESDAY) =>
  perform(who, (act) => changeOwn(act, { no, slot: { day, time } }))
const tick = () => handleQueueTick({}, world.now())
const told = async (who: Asking, kind: string) =>
  (await look(who, (reading) => listNotices(reading, {}))).rows.filter((row) => row.kind === kind).length

describe('an appointment', () => {
  it('takes one place of its slot, moves to another, and gives it back', async () => {
    const free = Number(await freeAt(lin, '09:30'))
    const { no } = await book(lin, '09:30')
    expect(await freeAt(lin, '09:30')).toBe(free - 1)
    await change(lin, no, '10:00')
    expect(await freeAt(lin, '09:30')).toBe(free)
    expect((await look(lin, (reading) => readAppointment(reading, { no }))).time).toBe('10:00')
    await cancel(lin, no)
    expect(await freeAt(lin, '10:00')).toBe(free)
    expect(await refusedBy(cancel(lin, no))).toBe('move_not_possible')
  })

  it('is one for each person, business and day', async () => {
    const { no } = await book(lin, '09:00')
    expect(await refusedBy(book(lin, '11:00'))).toBe('booked_twice')
    const results = await book(lin, '11:00', { business: 'results' })
    await cancel(lin, results.no)
    await cancel(lin, no)
    const again = await book(lin, '11:00')
    await cancel(lin, again.no)
  })

  it('never exceeds the capacity of a slot, however many book at once', async () => {
    const logins = [
      'mother01',
      'mother02',
      'mother03',
      'mother04',
      'mother05',
      'mother06',
      'mother07',
      'mother08',
    ]
    const people = await Promise.all(logins.map((login) => world.as(login)))
    const capacity = Number(await freeAt(lin, '15:00', 'enterprises'))
    const answers = await Promise.allSettled(
      people.map((who) => book(who, '15:00', { business: 'enterprises' })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(capacity)
    expect(await freeAt(lin, '15:00', 'enterprises')).toBe(0)
    expect(await refusedBy(book(lin, '15:00', { business: 'enterprises' }))).toBe('slot_full')
  })

  it('is for days on which the hall is open, within a week', async () => {
    expect(await refusedBy(book(lin, '09:00', { day: '2026-11-29' }))).toBe('slot_gone')
    expect(await refusedBy(book(lin, '09:00', { day: '2026-12-01' }))).toBe('slot_gone')
    expect(await refusedBy(book(lin, '12:00'))).toBe('slot_gone')
    expect(await refusedBy(book(lin, '09:30', { day: '2026-11-23' }))).toBe('slot_gone')
    const form = await look(lin, (reading) => ownForm(reading, { hall: HALL, business: 'people', day: '' }))
    expect(form.days.map(({ day }) => day)).not.toContain('2026-11-29')
    expect(form.days.map(({ day }) => day)).toContain('2026-11-28')
    expect(form.days).toHaveLength(7)
  })

  it('is seen by nobody else, who can neither move nor cancel it', async () => {
    const { no } = await book(lin, '14:00')
    const other = await world.as('father')
    expect(await refusedBy(look(other, (reading) => readAppointment(reading, { no })))).toBe('not_found')
    expect(await refusedBy(cancel(other, no))).toBe('not_found')
    expect(await refusedBy(change(other, no, '15:00'))).toBe('not_found')
    await cancel(lin, no)
  })

  it('of somebody of 65 has priority without asking; other reasons are said and shown', async () => {
    const elder = await world.as('elder')
    const { no } = await book(elder, '14:00')
    expect((await look(elder, (reading) => readAppointment(reading, { no }))).priority).toBe('65 岁以上')
    const mine = await book(lin, '14:30', { priority: 'pregnant' })
    expect((await look(lin, (reading) => readAppointment(reading, mine))).priority).toBe('孕妇')
    expect(await refusedBy(book(lin, '14:30', { priority: 'friend' }))).not.toBe('nothing was refused')
    await cancel(elder, no)
    await cancel(lin, mine.no)
  })

  it('stands among what is to come until its day is over or it is given up, the next first', async () => {
    const coming = async (who: Asking) =>
      (await look(who, comingAppointments)).map(({ day, time }) => `${day} ${time}`)
    const father = await world.as('father')
    const later = await book(father, '09:00', { day: '2026-11-26' })
    await book(father, '15:30')
    expect(await coming(father)).toEqual(['2026-11-24 15:30', '2026-11-26 09:00'])
    const lateThatDay = await at('2026-11-24T16:50:00+08:00', 'father')
    expect(await coming(lateThatDay)).toEqual(['2026-11-24 15:30', '2026-11-26 09:00'])
    const nextDay = await at('2026-11-25T08:00:00+08:00', 'father')
    expect(await coming(nextDay)).toEqual(['2026-11-26 09:00'])
    await cancel(nextDay, later.no)
    expect(await coming(nextDay)).toEqual([])
  })

  it('is made at the counter too, for people with and without an account', async () => {
    const clerk = await world.as('counter')
    const booking = { hall: HALL, business: 'people', slot: { day: TUESDAY, time: '16:00' }, priority: '' }
    const unknown = { name: '尹新', residentId: '34990119900101001X', phone: '14000000009' }
    const wrong = { ...unknown, residentId: '349901199001010012' }
    expect(await refusedBy(perform(clerk, (act) => bookAtDesk(act, { ...booking, ...wrong })))).toBe(
      'resident_id_check',
    )
    const { no } = await perform(clerk, (act) => bookAtDesk(act, { ...booking, ...unknown }))
    expect(no).toMatch(/^\d{8}$/)
    const tuesday = await at('2026-11-24T09:00:00+08:00', 'counter')
    const { expected } = await look(tuesday, (reading) =>
      deskAppointments(reading, { hall: HALL, business: '', day: '' }),
    )
    const line = expected.find((each) => each.no === no)
    expect(line?.name).toBe('尹*')
    expect(await arrive(tuesday, no)).toMatch(/^B\d{3}$/)
  })
})

describe('reminders and staying away', () => {
  it('reminds once, on the evening before', async () => {
    const rare = await world.as('rare')
    await book(rare, '10:30')
    world.at('2026-11-23T16:00:00+08:00')
    await tick()
    expect(await told(rare, 'appointment_reminder')).toBe(0)
    world.at('2026-11-23T17:10:00+08:00')
    await tick()
    await tick()
    expect(await told(rare, 'appointment_reminder')).toBe(1)
  })

  it('counts who did not come, and bars them after the third time', async () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26']
    const agent = await world.as('agent')
    for (const day of days) await book(agent, '09:00', { day })
    const friday = await at('2026-11-27T08:00:00+08:00', 'agent')
    await tick()
    await tick()
    expect(await told(friday, 'appointment_absent')).toBe(3)
    expect(await refusedBy(book(friday, '09:00', { day: '2026-11-30' }))).toBe('booking_barred')
    const form = await look(friday, (reading) => ownForm(reading, { hall: HALL, business: '', day: '' }))
    expect(form.barredUntil).toBe('2026-12-26')
    const later = await at('2026-12-28T08:00:00+08:00', 'agent')
    const { no } = await book(later, '09:00', { day: '2026-12-29' })
    const mine = await look(later, (reading) => ownAppointments(reading))
    expect(mine.map(({ state }) => state)).toEqual(['booked', 'absent', 'absent', 'absent'])
    await cancel(later, no)
  })
})
