import { beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { exchangeMinutes, resourceStates } from '#db/schema/exchange-figures.ts'
import { closeBreakers } from '#domain/exchange/breaker.ts'
import { acknowledgeAlert, board, handleWatch, logOutside } from '#domain/exchange/index.ts'
import { MOST_PEOPLE_AN_HOUR, noteSubjects } from '#domain/exchange/anomaly.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { useApps } from '#server/connectors/exchange/apps.ts'
import { actorId } from '#shared/access/actor.ts'
import type { AlertLine, BoardView } from '#shared/exchange/board-view.ts'
import { Refusal } from '#shared/refusal.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  failing,
  found,
} from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

const ID = '349901199001010010'
const HOUR = 3_600_000

let world: World
let office: Asking
beforeAll(async () => {
  world = await openWorld()
  office = await world.as('data')
})

function boardOf(who: Asking, period: BoardView['period'] = 'today'): Promise<BoardView> {
  return look(who, (reading) => board(reading, { period }))
}

async function alertsOf(who: Asking, kind: AlertLine['kind']): Promise<AlertLine[]> {
  return (await boardOf(who)).alerts.filter((alert) => alert.kind === kind)
}

/** Members of staff look up so many people in one hour. */
function lookUpPeople(actor: string, unit: string, from: number, to: number, at: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, i) => ({
    actorKind: 'staff',
    actorId: actor,
    unit,
    subject: `person ${from + i}`,
    at,
  }))
  return transaction((tx) => noteSubjects(tx, rows))
}

/** How many calls are counted by how long they took. */
async function timedCalls(): Promise<number> {
  const rows = await read().select().from(exchangeMinutes)
  const buckets = rows.flatMap((row) => Object.entries(row).filter(([name]) => /^b\d+$/.test(name)))
  return buckets.reduce((sum, [, count]) => sum + Number(count), 0)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
}

describe('the board', () => {
  it('counts calls, how they ended and what came, by resource and department', async () => {
    answerWith(() => found({ name: '林知夏', address: '' }))
    const matter = birthMatter()
    await askFor(aboutPerson(ID), matter)
    await askFor(aboutPerson(ID), matter)
    answerWith(() => found())
    await askFor(aboutPerson(ID), birthMatter())
    answerWith(failing('provider-refused'))
    await askFor(aboutPerson(ID), birthMatter())

    const view = await boardOf(office)
    expect(view.total).toMatchObject({
      calls: 4,
      success: { part: 3, whole: 4 },
      cached: { part: 1, whole: 4 },
    })
    expect(view.total.p95).toBeGreaterThan(0)
    expect(view.resources).toHaveLength(1)
    expect(view.resources[0]).toMatchObject({ code: 'population', calls: 4, breaker: 'closed' })
    expect(view.resources[0]?.complete.whole).toBeGreaterThan(0)
    expect(view.series.reduce((sum, { calls }) => sum + calls, 0)).toBe(4)
    expect(view.units.reduce((sum, { calls }) => sum + calls, 0)).toBe(4)
    const month = await boardOf(office, 'month')
    expect(month.series).toHaveLength(30)
    expect(month.series.at(-1)?.calls).toBe(4)
  })

  it('shows a department what it provides, and nobody else’s', async () => {
    const police = await boardOf(await world.as('police-data'))
    expect(police).toMatchObject({ all: false, posts: [], resources: [{ code: 'population' }] })
    const tax = await boardOf(await world.as('tax-data'))
    expect(tax).toMatchObject({ total: { calls: 0 }, resources: [], units: [] })
  })

  it('shows a resource that is left alone because it fails', async () => {
    answerWith(failing('unreachable'))
    for (let i = 0; i < 12; i += 1) await askFor(aboutPerson(ID), birthMatter())
    expect((await boardOf(office)).resources[0]?.breaker).toBe('open')
    closeBreakers()
  })

  it('counts a call that was not made as neither slow, nor fast, nor failed', async () => {
    const [before, timed] = [(await boardOf(office)).total, await timedCalls()]
    const maintenance = [{ from: '2000-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' }]
    answerWith(() => found({ name: '林知夏' }), { maintenance })
    expect((await askFor(aboutPerson(ID), birthMatter())).fault).toBe('maintenance')
    const { calls, success } = (await boardOf(office)).total
    expect(calls).toBe(before.calls + 1)
    expect(success).toEqual(before.success)
    expect(await timedCalls()).toBe(timed)
    answerWith(() => found({ name: '林知夏' }))
    await askFor(aboutPerson(ID), birthMatter())
    expect(await timedCalls()).toBe(timed + 1)
  })
})

describe('what is not asked of a register', () => {
  const sumOf = ({ series }: BoardView, what: 'calls' | 'answered' | 'failed') =>
    series.reduce((sum, each) => sum + each[what], 0)

  it('is not drawn as answered when it was refused', async () => {
    const before = await boardOf(office)
    const ground = { kind: 'consent', id: 'none' } as const
    expect((await askFor(aboutPerson(ID, { ground }), birthMatter())).outcome).toBe('refused')
    const after = await boardOf(office)
    expect(sumOf(after, 'calls')).toBe(sumOf(before, 'calls') + 1)
    expect(sumOf(after, 'answered')).toBe(sumOf(before, 'answered'))
    expect(sumOf(after, 'failed')).toBe(sumOf(before, 'failed'))
  })

  it('stands apart when other systems asked the portal, under their names', async () => {
    const before = await boardOf(office)
    const secrets = { sign: 'env:NO', seal: 'env:NO' } as const
    const name = { zh: '省政务平台', en: 'Platform of the province' }
    const app = { key: 'platform', name, unit: 'province', cipher: 'AES-256-GCM', perMinute: 1 } as const
    useApps([{ ...app, secrets, grants: [] }])
    const call = { app: 'platform', unit: 'province', service: 'portal:statistics', provider: '' }
    const about = { subject: null, requestId: 'r', caseNo: '', asked: [], at: world.now() }
    await logOutside(
      { ...call, ...about, ground: { kind: 'grant', id: 'g' } },
      { outcome: 'found', fault: '', fields: [], ms: 3 },
    )
    const after = await boardOf(office)
    expect(after.outside).toEqual([{ name: '省政务平台', calls: 1 }])
    expect(after.total.calls).toBe(before.total.calls)
    expect(sumOf(after, 'calls')).toBe(after.total.calls)
  })
})

describe('a post that looks up many people', () => {
  it('raises one alert an hour, at the fifty-first person', async () => {
    const at = world.now()
    const clerk = actorId((await world.as('police')).actor)
    await lookUpPeople(clerk, 'public-security', 0, MOST_PEOPLE_AN_HOUR, at)
    await lookUpPeople(clerk, 'public-security', 0, MOST_PEOPLE_AN_HOUR, at)
    expect(await alertsOf(office, 'many-subjects')).toEqual([])
    await lookUpPeople(clerk, 'public-security', 50, 51, at)
    await lookUpPeople(clerk, 'public-security', 51, 60, at)
    const [alert, ...more] = await alertsOf(office, 'many-subjects')
    expect(more).toEqual([])
    expect(alert).toMatchObject({ detail: { people: 51 }, seenAt: 0, mine: true })
    expect((await boardOf(office)).posts[0]).toMatchObject({ people: 60 })
    await lookUpPeople(clerk, 'public-security', 0, 60, at + HOUR)
    expect(await alertsOf(office, 'many-subjects')).toHaveLength(2)
    expect((await boardOf(office)).posts[0]).toMatchObject({ people: 60 })
  })

  it('is noticed also when the clock strikes meanwhile, and not for what is longer ago', async () => {
    const struck = Math.ceil(world.now() / HOUR) * HOUR + 5 * HOUR
    const many = async () => (await alertsOf(office, 'many-subjects')).length
    const before = await many()
    const clerk = actorId((await world.as('civil')).actor)
    await lookUpPeople(clerk, 'civil-affairs', 0, 30, struck - 50 * 60_000)
    await lookUpPeople(clerk, 'civil-affairs', 60, 70, struck - 20 * 60_000)
    await lookUpPeople(clerk, 'civil-affairs', 30, 60, struck + 15 * 60_000)
    await lookUpPeople(clerk, 'civil-affairs', 70, 80, struck + 16 * 60_000)
    expect(await many()).toBe(before)
    await lookUpPeople(clerk, 'civil-affairs', 80, 81, struck + 17 * 60_000)
    expect(await many()).toBe(before + 1)
    await lookUpPeople(clerk, 'civil-affairs', 81, 90, struck + 18 * 60_000)
    expect(await many()).toBe(before + 1)
  })

  it('is for the data office alone, who says by name that it was seen to, once', async () => {
    const [alert] = await alertsOf(office, 'many-subjects')
    if (!alert) throw new Error('no alert')
    const police = await world.as('police-data')
    expect(await alertsOf(police, 'many-subjects')).toEqual([])
    const seeTo = (who: Asking) => perform(who, (act) => acknowledgeAlert(act, { alert: alert.id }))
    expect(await codeOf(seeTo(police))).toBe('not_found')
    await seeTo(office)
    expect(await codeOf(seeTo(await world.as('data2')))).toBe('changed_meanwhile')
    const after = (await alertsOf(office, 'many-subjects')).find(({ id }) => id === alert.id)
    expect(after).toMatchObject({ seenBy: '顾雪晴', seenAt: office.at, mine: false })
  })

  it('cannot be waved through by whom it is about', async () => {
    const own = actorId(office.actor)
    await lookUpPeople(own, 'data-bureau', 0, 51, world.now())
    const alert = (await alertsOf(office, 'many-subjects')).find(({ about }) => about === '顾雪晴')
    expect(alert?.mine).toBe(false)
    expect(await codeOf(perform(office, (act) => acknowledgeAlert(act, { alert: alert?.id ?? '' })))).toBe(
      'own_work',
    )
  })
})

describe('the hourly watch', () => {
  it('raises an alert for a resource that answers badly, for its department too, once', async () => {
    const at = world.now() + 60_000
    answerWith(failing('provider-refused'))
    for (let i = 0; i < 20; i += 1) await askFor(aboutPerson(ID), birthMatter())
    await handleWatch({}, at)
    await handleWatch({}, at)
    const police = await world.as('police-data')
    expect(await alertsOf(police, 'falling-success')).toMatchObject([{ about: '人口基本信息', mine: true }])
    expect(await alertsOf(await world.as('tax-data'), 'falling-success')).toEqual([])
  })

  it('raises an alert for a resource that is older than promised', async () => {
    const at = world.now()
    await transaction(async (tx) => {
      await tx.insert(resourceStates).values([
        { resource: 'marriage', updatedAt: at - 800 * 24 * HOUR, seenAt: at },
        { resource: 'birth', updatedAt: at - HOUR, seenAt: at },
      ])
    })
    await handleWatch({}, at)
    const stale = await alertsOf(office, 'stale')
    expect(stale.map(({ about }) => about)).toEqual(['婚姻登记信息'])
    const view = await boardOf(office)
    expect(view.resources.find(({ code }) => code === 'marriage')?.freshness).toBe('late')
    expect(view.fresh).toEqual({ part: 1, whole: 2 })
  })

  it('does not believe a provider that says it changed a resource in times to come', async () => {
    const at = world.now()
    await transaction(async (tx) => {
      await tx.insert(resourceStates).values({ resource: 'death', updatedAt: 8.64e15, seenAt: at })
    })
    await handleWatch({}, at)
    const view = await boardOf(office)
    expect(view.resources.filter(({ code }) => code === 'death')).toEqual([])
    expect(view.fresh).toEqual({ part: 1, whole: 2 })
  })

  it('joins figures to hours without losing a call', async () => {
    const before = (await boardOf(office, 'month')).total
    await handleWatch({}, world.now() + 3 * 24 * HOUR)
    expect((await boardOf(office, 'month')).total).toEqual(before)
  })
})
