import { beforeAll, describe, expect, it } from 'vitest'
import { count, eq, gt } from 'drizzle-orm'
import { dialect, raw, read, transaction } from '#db'
import { cases } from '#db/schema/cases.ts'
import { workCounts, workEvents, workItems } from '#db/schema/work.ts'
import { presentDeskCase, presentItem } from '#domain/cases/index.ts'
import { now, useClock } from '#domain/clock.ts'
import { deskInbox, figures } from '#domain/insight/index.ts'
import { look, type Asking } from '#domain/perform.ts'
import { deleteEmptyCounts, inboxPage, markDue, type InboxFilter, type WorkRow } from '#domain/work/index.ts'
import { scopesOf } from '#domain/work/scopes.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { recomputeClock } from '#shared/work/clock.ts'
import { workingTime } from '#domain/settings/index.ts'
import { makeCases, type Made } from '../../../scripts/cases/make.ts'
import { openWorld, type World } from '../../support/world.ts'

const CASES = 1500

let made: Made
let world: World
let all: WorkRow[]
beforeAll(async () => {
  useClock(process.env.YIZHAN_NOW)
  made = await makeCases(CASES)
  world = await openWorld()
  world.at(new Date(now()).toISOString())
  all = await read().select().from(workItems)
}, 180_000)

const open = () => all.filter(({ closedAt }) => closedAt === 0)

/** Without an index, one row after the other. */
function expected(who: Asking, filter: InboxFilter): string[] {
  const scopes = scopesOf(who.actor)
  return open()
    .filter(
      (row) =>
        row.leads &&
        scopes.some(
          ({ kind, states, units }) =>
            kind === row.kind && states.includes(row.state) && (units === 'all' || units.includes(row.unit)),
        ) &&
        (!filter.states || filter.states.includes(row.state)) &&
        (!filter.unit || filter.unit === row.unit) &&
        (!filter.dueBy || row.dueDay <= filter.dueBy) &&
        (filter.assignee === undefined || filter.assignee === row.assignee),
    )
    .toSorted((a, b) => (`${a.dueDay} ${a.id}` < `${b.dueDay} ${b.id}` ? -1 : 1))
    .map(({ id }) => id)
}

async function paged(who: Asking, filter: InboxFilter): Promise<string[]> {
  const found: string[] = []
  let after = null
  for (;;) {
    const rows: WorkRow[] = await inboxPage(read(), scopesOf(who.actor), filter, after, 7)
    found.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (!last || rows.length < 7) return found
    after = { dueDay: last.dueDay, id: last.id }
  }
}

describe('a made city', () => {
  it('has as many cases as were wanted, of which one in ten is open', async () => {
    const [row] = await read().select({ n: count() }).from(cases)
    expect(row?.n).toBe(CASES)
    const [closed] = await read().select({ n: count() }).from(cases).where(eq(cases.state, 'closed'))
    expect(closed?.n).toBe(CASES * 0.9)
    expect(all).toHaveLength(made.items)
    expect(open()).toHaveLength(made.open)
  })

  it('has a history for each item that ends where the item stands', async () => {
    const events = await read().select().from(workEvents)
    const last = new Map(events.map((event) => [`${event.workId} ${event.seq}`, event]))
    for (const item of all) {
      expect(last.get(`${item.id} ${item.version}`)?.toState).toBe(item.state)
      expect(last.get(`${item.id} 1`)?.move).toBe('open')
    }
    expect(events.every(({ at }) => at <= now())).toBe(true)
  })

  it('has clocks that the calendar agrees with, told of their ends', async () => {
    for (const item of open().filter(({ clock }) => clock === 'running'))
      expect(recomputeClock(item, workingTime()).dueDay).toBe(item.dueDay)
    expect(new Set(open().map(({ signal }) => signal))).toEqual(new Set(['', 'yellow', 'red']))
    expect(await markDue(now())).toBe(0)
  })

  it('counts its open work as it stands', async () => {
    const counted = new Map<string, number>()
    for (const { state, unit, dueDay, leads } of open())
      if (leads)
        counted.set(`${state} ${unit} ${dueDay}`, 1 + (counted.get(`${state} ${unit} ${dueDay}`) ?? 0))
    const rows = await read().select().from(workCounts).where(gt(workCounts.count, 0))
    const stored = new Map(rows.map(({ state, unit, dueDay, count: n }) => [`${state} ${unit} ${dueDay}`, n]))
    expect(stored).toEqual(counted)
  })

  it('tells its figures', async () => {
    const { onTime } = await figures({ tx: read(), at: now() })
    const ended = all.filter(({ state }) => ['granted', 'denied'].includes(state))
    expect(onTime.whole).toBe(ended.length)
    expect(onTime.part).toBe(ended.filter(({ closedAt, dueDay }) => dayOf(closedAt) <= dueDay).length)
    expect(onTime.part).toBeGreaterThan(onTime.whole / 2)
  })

  it('opens at the desk: names, facts and what may be done', async () => {
    const [social, counter] = [await world.as('social'), await world.as('counter')]
    const { lines } = await look(social, (reading) => deskInbox(reading, { state: 'reviewing' }))
    const view = await look(social, (reading) => presentItem(reading, { item: lines[0]?.id ?? '' }))
    expect(view.applicant).toMatch(/^\p{Script=Han}{2,}$/u)
    expect(view.facts.length).toBeGreaterThan(1)
    expect(view.moves).toContain('askExtension')
    const received = await look(counter, (reading) => deskInbox(reading, { state: 'received' }))
    const whole = await look(counter, (reading) =>
      presentDeskCase(reading, { no: received.lines[0]?.no ?? '' }),
    )
    expect(whole.applicant).toBe(received.lines[0]?.label)
    expect(whole.moves).toContain('accept')
  })
})

describe('pages of the inbox', () => {
  const filters: InboxFilter[] = [
    {},
    { states: ['reviewing'] },
    { unit: 'human-resources' },
    { assignee: '' },
    { dueBy: '2026-11-23' },
    { states: ['reviewing', 'extending'], unit: 'human-resources', assignee: '', dueBy: '2026-11-25' },
    { states: ['granted'] },
  ]
  it.each(['social', 'insurance', 'counter', 'supervisor', 'police2'])(
    'hold for %s what one after the other would, each line once',
    async (login) => {
      const who = await world.as(login)
      const held = open().find(({ assignee, unit }) => assignee !== '' && unit === 'public-security')
      for (const filter of [...filters, { assignee: held?.assignee ?? '' }])
        expect(await paged(who, filter)).toEqual(expected(who, filter))
      expect(expected(who, {}).length).toBeGreaterThan(0)
    },
  )

  it('are read along the indexes, without a look at other rows', async () => {
    if (dialect !== 'sqlite') return
    const plan = await raw(`explain query plan select id from work_items where closed_at = 0 and leads
      and unit = 'a' and kind = 'b' and state = 'c' and assignee = '' order by due_day, id limit 51`)
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING COVERING INDEX work_items_unit (unit=? AND kind=? AND state=?)'),
    ])
  })
})

describe('counts of days that are over', () => {
  it('go when nothing stands there any more', async () => {
    const today = dayOf(now())
    const place = { kind: 'caseItem' as const, state: 'reviewing', unit: 'nowhere' }
    await transaction(async (tx) => {
      await tx.insert(workCounts).values([
        { ...place, dueDay: '2025-01-06', count: 0 },
        { ...place, dueDay: '2025-01-07', count: 1 },
        { ...place, dueDay: '2027-01-07', count: 0 },
      ])
      await deleteEmptyCounts(tx, today)
    })
    const rows = await read().select().from(workCounts).where(eq(workCounts.unit, 'nowhere'))
    expect(rows.map(({ dueDay }) => dueDay).sort()).toEqual(['2025-01-07', '2027-01-07'])
  })
})
