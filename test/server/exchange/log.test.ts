import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'
import { exchangeMinutes, resourceStates } from '#db/schema/exchange-figures.ts'
import { archiveSome } from '#domain/exchange/archive.ts'
import { lookUp, subjectKey, verifyLog, type LogRow } from '#domain/exchange/index.ts'
import { record } from '#domain/exchange/journal.ts'
import { openRow } from '#domain/exchange/log-row.ts'
import { countAnswer, takeCounted } from '#domain/exchange/quality.ts'
import { settleOrphans } from '#domain/exchange/settle-orphans.ts'
import { catalog } from '#domain/catalog/index.ts'
import { asking } from '#domain/perform.ts'
import { systemActor } from '#shared/access/actor.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  failing,
  found,
  LAW,
  loggedFor,
} from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

const ID = '349901199001010010'
let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** A look-up of some day, which ended then. */
function settledRow(residentId: string, at: number): LogRow {
  const open = openRow({
    who: asking(systemActor('test'), at),
    matter: birthMatter(),
    resource: catalog().one('resource', 'population'),
    params: { residentId },
    ground: LAW,
    item: 'birth-registration',
    unit: 'health-commission',
    asked: ['name'],
  })
  return { ...open, outcome: 'found', fields: ['name'], ms: 3, answeredAt: at }
}

async function about(residentId: string): Promise<{ hot: number; archived: number }> {
  const subject = subjectKey({ kind: 'person', key: residentId })
  const of = (table: typeof lookupLog | typeof lookupArchive) =>
    read().$count(table, eq(table.subject, subject))
  return { hot: await of(lookupLog), archived: await of(lookupArchive) }
}

describe('a look-up whose process is killed while the register is asked', () => {
  it('stands in the log, and is settled as not known', async () => {
    const id = randomUUID()
    const { signal } = spawnSync(process.execPath, ['test/support/die-while-asking.ts', id, ID], {
      env: process.env,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 60_000,
    })
    expect(signal).toBe('SIGKILL')
    const [row] = await loggedFor({ id })
    expect(row).toMatchObject({ outcome: 'asked', subject: subjectKey({ kind: 'person', key: ID }) })
    const at = row?.at ?? 0
    await settleOrphans(at + 30_000)
    expect(await loggedFor({ id })).toMatchObject([{ outcome: 'asked' }])
    await settleOrphans(at + 61_000)
    expect(await loggedFor({ id })).toMatchObject([{ outcome: 'unknown', answeredAt: at + 61_000 }])
  })
})

describe('a look-up that was taken for lost while its register was slow', () => {
  it('gives nothing away any more, since the log says that nothing is known of it', async () => {
    const matter = birthMatter()
    answerWith(async () => {
      await settleOrphans(Date.now() + 61_000)
      return found({ name: '林知夏' })
    })
    const answer = await askFor(aboutPerson(ID), matter)
    expect(answer).toMatchObject({ outcome: 'unavailable', fault: 'timeout', rows: [], vouchers: {} })
    expect(await loggedFor(matter)).toMatchObject([{ outcome: 'unknown', fields: [] }])
    expect((await verifyLog(read(), world.now())).broken).toEqual([])
  })
})

describe('a row that the database does not take', () => {
  it('costs the others that are written with it nothing', async () => {
    const there = settledRow(ID, world.now())
    await record(there)
    const others = [settledRow(ID, world.now()), settledRow(ID, world.now())]
    const ends = await Promise.allSettled([others[0], there, others[1]].map((row) => record(row ?? there)))
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('loses none of the figures that were to be written with it', async () => {
    const there = settledRow(ID, world.now())
    await record(there)
    countAnswer('population', ['name'], [{ name: '林知夏' }], world.now())
    await expect(record(there)).rejects.toThrow()
    expect(takeCounted()).toMatchObject([{ resource: 'population', field: 'name', came: 1 }])
  })

  it('writes figures of fields in one order, however they came', () => {
    const fieldsOf = (asked: string[]) => {
      countAnswer('population', asked, [{ name: '林知夏', address: '柳岸街道' }], world.now())
      return takeCounted().map(({ field }) => field)
    }
    expect(fieldsOf(['name', 'address'])).toEqual(fieldsOf(['address', 'name']))
  })
})

describe('what the log entails', () => {
  it('is counted by minute, resource and department, with what the provider said of its data', async () => {
    const before = await calls('marriage')
    const updatedAt = Date.parse('2026-11-20T08:00:00+08:00')
    const ask = aboutPerson(ID, { resource: 'marriage', wants: ['certificateNo'] })
    answerWith(() => ({ rows: [{ certificateNo: 'J1' }], updatedAt }))
    const matter = birthMatter()
    await askFor(ask, matter)
    await askFor(ask, matter)
    answerWith(() => found())
    await askFor(ask)
    answerWith(failing('provider-refused'))
    await askFor(ask)
    const after = await calls('marriage')
    const more = Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]))
    expect(more).toEqual({ calls: 4, found: 2, notFound: 1, failed: 1, cached: 1, timed: 3 })
    const states = await read().select().from(resourceStates).where(eq(resourceStates.resource, 'marriage'))
    expect(states).toMatchObject([{ updatedAt }])
  })

  it('is proved by the audit trail: a row that was changed or removed afterwards is found', async () => {
    answerWith(() => found({ name: '林知夏' }))
    const matter = birthMatter()
    const answer = await askFor(aboutPerson(ID), matter)
    expect((await verifyLog(read(), world.now())).broken).toEqual([])
    const change = (actorId: string) =>
      transaction(async (tx) => {
        await tx.update(lookupLog).set({ actorId }).where(eq(lookupLog.id, answer.lookupId))
      })
    await change('somebody else')
    expect((await verifyLog(read(), world.now())).broken).toContain(answer.lookupId)
    await change('test')
    expect((await verifyLog(read(), world.now())).broken).toEqual([])
  })
})

describe('the archive', () => {
  it('takes over what is old, whole, and leaves what is young or not settled', async () => {
    const person = '349901198001010019'
    const now = world.now()
    const old = Array.from({ length: 300 }, (_, i) => settledRow(person, now - 30 * DAY_MS + i))
    const young = [settledRow(person, now - DAY_MS), settledRow(person, now)]
    const open: LogRow = { ...settledRow(person, now - 40 * DAY_MS), outcome: 'asked', answeredAt: 0 }
    await Promise.all([...old, ...young, open].map((row) => record(row)))
    while (await archiveSome(now));
    expect(await about(person)).toEqual({ hot: 3, archived: 300 })
    const [moved] = await read()
      .select()
      .from(lookupArchive)
      .where(eq(lookupArchive.id, old[0]?.id ?? ''))
    expect(moved).toEqual(old[0])
    expect((await verifyLog(read(), now)).broken).toEqual([])
  })

  it('keeps the log of the last days small, the oldest first', async () => {
    const person = '349901198101010015'
    const now = world.now()
    const rows = Array.from({ length: 40 }, (_, i) => settledRow(person, now + i))
    await Promise.all(rows.map((row) => record(row)))
    while (await archiveSome(now, 10));
    expect(await read().$count(lookupLog)).toBeLessThanOrEqual(10 + 1)
    const left = await read()
      .select({ id: lookupLog.id })
      .from(lookupLog)
      .where(eq(lookupLog.subject, subjectKey({ kind: 'person', key: person })))
    expect(left.map(({ id }) => id).sort()).toEqual(rows.slice(-left.length).map(({ id }) => id))
  })

  it('keeps nothing longer than it must, and everything for half a year at least', async () => {
    const person = '349901198201010011'
    const now = world.now()
    await Promise.all([1096, 1000, 200, 100].map((days) => record(settledRow(person, now - days * DAY_MS))))
    while (await archiveSome(now));
    expect(await about(person)).toEqual({ hot: 0, archived: 3 })
    process.env.LOOKUPS_KEPT_DAYS = '30'
    while (await archiveSome(now));
    delete process.env.LOOKUPS_KEPT_DAYS
    expect(await about(person)).toEqual({ hot: 0, archived: 1 })
    process.env.LOOKUPS_KEPT_DAYS = '183'
    expect((await verifyLog(read(), now)).broken).toEqual([])
    delete process.env.LOOKUPS_KEPT_DAYS
  })
})

describe('many look-ups at once', () => {
  it('are all in the log, each once', async () => {
    answerWith(() => found({ name: '林知夏' }))
    const matter = birthMatter({ own: [ID] })
    const requests = Array.from({ length: 700 }, (_, i) => aboutPerson(ID, { key: String(i), fresh: true }))
    const answers = await lookUp(asking(systemActor('test')), matter, requests)
    const places = answers.filter(({ outcome }) => outcome === 'found').length
    const rows = await loggedFor(matter)
    expect(rows).toHaveLength(700)
    expect(rows.filter(({ outcome }) => outcome === 'found')).toHaveLength(places)
    expect(new Set(answers.map(({ lookupId }) => lookupId)).size).toBe(700)
  })
})

async function calls(resource: string): Promise<Record<string, number>> {
  const rows = await read().select().from(exchangeMinutes).where(eq(exchangeMinutes.resource, resource))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    calls: sum((row) => row.calls),
    found: sum((row) => row.found),
    notFound: sum((row) => row.notFound),
    failed: sum((row) => row.failed),
    cached: sum((row) => row.cached),
    timed: sum((row) => row.b0 + row.b1 + row.b2 + row.b3 + row.b4 + row.b5 + row.b6 + row.b7),
  }
}
