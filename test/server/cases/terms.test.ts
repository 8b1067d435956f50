import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { read } from '#db'
import { notices } from '#db/schema/notices.ts'
import { acceptCase, askCorrection, decideItem } from '#domain/cases/index.ts'
import { perform } from '#domain/perform.ts'
import { markDue, timeline } from '#domain/work/index.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { ALL_CHECKED, itemsOf, reviewerOf, statesOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const MORNING = '2026-11-23T10:00:00+08:00'

async function send(login: string): Promise<string> {
  world.at(MORNING)
  const no = await sendNewborn(await world.as(login))
  await world.runJobs()
  return no
}

/** Lets time pass, with the marks of each day and what follows. */
async function later(iso: string): Promise<void> {
  world.at(iso)
  await markDue(world.now())
  await world.runJobs()
}

async function noticesOf(kind: NoticeKind): Promise<number> {
  const rows = await read().select().from(notices).where(eq(notices.kind, kind))
  return rows.length
}

describe('行政许可法 §32: silence', () => {
  it('accepts on the day it came what the counter said nothing about in time', async () => {
    const no = await send('mother01')
    const waiting = Object.values(await itemsOf(no)).filter(({ state }) => state === 'received')
    expect(waiting.length).toBeGreaterThan(0)
    const [first] = waiting
    await later(`${first?.legalDay}T17:30:00+08:00`)
    expect((await itemsOf(no))[first?.topic ?? '']?.state).toBe('received')
    await later(`${first?.legalDay}T17:31:00+08:00`)
    const states = Object.values(await statesOf(no))
    expect(states).not.toContain('received')
    const begun = Object.values(await itemsOf(no)).filter(({ clockName }) => clockName === 'promised')
    expect(begun.length).toBeGreaterThan(0)
    expect(begun.every(({ clockFrom }) => clockFrom === first?.clockFrom)).toBe(true)
    expect(await noticesOf('case_silent')).toBe(1)
  })
})

describe('what waits for the applicant', () => {
  it('ends with words when a correction is not answered within thirty days, no day earlier', async () => {
    const no = await send('mother02')
    await perform(await world.as('counter'), (act) =>
      askCorrection(act, { no, elements: ['child.name'], note: '请核对姓名的写法' }),
    )
    await world.runJobs()
    const asked = Object.values(await itemsOf(no)).filter(({ state }) => state === 'correcting')
    expect(asked.length).toBeGreaterThan(0)
    // The thirtieth day, 23 December, is a working day.
    await later('2026-12-23T23:59:00+08:00')
    expect((await statesOf(no))[asked[0]?.topic ?? '']).toBe('correcting')
    await later('2026-12-24T00:00:00+08:00')
    expect((await statesOf(no))[asked[0]?.topic ?? '']).toBe('lapsed')
    const events = await timeline(read(), asked[0]?.id ?? '')
    expect(events.at(-1)).toMatchObject({ move: 'lapse', note: '没有在 2026-12-23 前补正，申请视为终止。' })
  })

  it('is reminded three times of a result that nobody collects, then no more', async () => {
    const no = await send('mother03')
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
    await world.runJobs()
    const item = (await itemsOf(no))['birth-certificate']
    await perform(await world.as(reviewerOf('maternity-hospital')), (act) =>
      decideItem(act, { item: item?.id ?? '', decision: 'grant', note: '', checked: ALL_CHECKED }),
    )
    await world.runJobs()
    expect((await itemsOf(no))['birth-certificate']?.state).toBe('issued')
    const counts: number[] = []
    for (const day of ['2026-12-22', '2026-12-24', '2027-01-23', '2027-02-22', '2027-03-25']) {
      await later(`${day}T12:00:00+08:00`)
      counts.push(await noticesOf('case_collect'))
    }
    expect(counts).toEqual([0, 1, 2, 3, 3])
  })
})
