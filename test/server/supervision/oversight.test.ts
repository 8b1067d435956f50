import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { latestEntries } from '#domain/audit/index.ts'
import { look, perform } from '#domain/perform.ts'
import {
  answerOrder,
  checkDecision,
  claimWork,
  drawChecks,
  handleDraw,
  handleOrderRevoked,
  listSupervised,
  orderWork,
  readChecks,
  readHold,
  readSupervision,
  useSupervision,
} from '#domain/supervision/index.ts'
import { moveWork } from '#domain/work/index.ts'
import { openApi, type Api } from '../../support/api.ts'
import { eventsOfItem, itemNow, opensItem } from '../../support/office.ts'
import { openWorld, type World } from '../../support/world.ts'

const RULES = {
  riskDays: 1,
  spotChecks: { rulePercent: 5, personPercent: 0, answerDays: 5 },
  promises: { checkDays: 40, withheldDays: 365 },
}

let world: World
let api: Api
let late: string
let soon: string
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  world.at('2026-11-12T10:00:00+08:00')
  late = await opensItem(world)
  world.at('2026-11-20T10:00:00+08:00')
  soon = await opensItem(world, { clock: { name: 'promised', days: 2 } })
  await opensItem(world, { unit: 'civil-affairs', state: 'correcting', clock: undefined })
  world.at('2026-11-23T10:00:00+08:00')
  await opensItem(world)
})
afterAll(() => api.close())
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

const supervised = async (login: string) => look(await world.as(login), readSupervision)
const listed = async (login: string, show: 'risk' | 'overdue' | 'returned' | 'all') =>
  look(await world.as(login), (reading) => listSupervised(reading, { show, unit: '', person: '', after: '' }))

describe('supervision', () => {
  it('counts what is open, at risk, overdue and sent back, by department', async () => {
    const { total, units } = await supervised('supervisor')
    expect(total).toEqual({ open: 4, atRisk: 1, overdue: 1, returned: 1 })
    expect(units.map(({ code, open, overdue }) => [code, open, overdue])).toEqual([
      ['public-security', 3, 1],
      ['civil-affairs', 1, 0],
    ])
  })

  it('shows heads of office their own department alone', async () => {
    const { units } = await supervised('police-head')
    expect(units.map(({ code }) => code)).toEqual(['public-security'])
    expect((await listed('police-head', 'all')).lines).toHaveLength(3)
    await expect(supervised('police')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('lists each kind with its light, masked, with who has it', async () => {
    await perform(await world.as('police'), (act) => claimWork(act, { item: late }))
    const overdue = await listed('supervisor', 'overdue')
    expect(overdue.lines).toMatchObject([{ id: late, light: 'red', holder: '雷国栋', label: '林**' }])
    expect((await listed('supervisor', 'risk')).lines).toMatchObject([{ id: soon, light: 'yellow' }])
    expect((await listed('supervisor', 'returned')).lines).toHaveLength(1)
    const { people } = await supervised('supervisor')
    expect(people).toMatchObject([{ name: '雷国栋', open: 1, overdue: 1 }])
  })
})

describe('an order', () => {
  it('stands on the item until whoever works on it answers', async () => {
    const given = { item: soon, reason: '请尽快办结', dueDay: '2026-11-24' }
    await perform(await world.as('supervisor'), (act) => orderWork(act, given))
    const [order] = (await look(await world.as('police2'), (reading) => readHold(reading, { item: soon })))
      .orders
    expect(order).toMatchObject({ reason: '请尽快办结', by: '万德胜', overdue: false, mayAnswer: true })
    expect((await supervised('police-head')).orders).toMatchObject([{ id: order?.id }])
    const answer = { item: soon, order: order?.id ?? '', answer: '今天下班前办结' }
    await expect(
      perform(await world.as('supervisor'), (act) => answerOrder(act, answer)),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    const after = await perform(await world.as('police2'), (act) => answerOrder(act, answer))
    expect(after.orders).toEqual([])
    expect((await eventsOfItem(soon)).map(({ move }) => move)).toEqual(['open', 'order', 'answerOrder'])
  })

  it('is given for a day to come, by whoever watches over the department', async () => {
    const given = { item: soon, reason: '请尽快办结', dueDay: '2026-11-20' }
    await expect(perform(await world.as('supervisor'), (act) => orderWork(act, given))).rejects.toMatchObject(
      { detail: { problems: [{ field: 'dueDay', code: 'day_passed' }] } },
    )
    await expect(
      perform(await world.as('police'), (act) => orderWork(act, { ...given, dueDay: '2026-11-24' })),
    ).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('a spot check', () => {
  async function granted(login: 'system' | 'police2'): Promise<string> {
    const item = await opensItem(world)
    await perform(await world.as(login), async (act) => moveWork(act, await itemNow(item), 'grant'))
    return item
  }

  it('is drawn of what a rule decided, by its share, and once', async () => {
    useSupervision({ ...RULES, spotChecks: { ...RULES.spotChecks, rulePercent: 100 } })
    const [byRule, byPerson] = [await granted('system'), await granted('police2')]
    for (const workId of [byRule, byRule, byPerson]) await handleDraw({ workId }, world.now())
    const { open } = await look(await world.as('supervisor'), readChecks)
    expect(open).toMatchObject([{ href: `/desk/items/${byRule}`, decidedBy: 'rule', mayCheck: true }])
    useSupervision({ ...RULES, spotChecks: { ...RULES.spotChecks, rulePercent: 0 } })
    await handleDraw({ workId: await granted('system') }, world.now())
    expect((await look(await world.as('supervisor'), readChecks)).open).toHaveLength(1)
    useSupervision(RULES)
  })

  it('that finds a decision wrong orders its revocation, which ends when it is revoked', async () => {
    const { open } = await look(await world.as('supervisor'), readChecks)
    const [check] = open
    const item = check?.href.split('/').at(-1) ?? ''
    const found = { check: check?.id ?? '', result: 'wrong' as const, reason: '' }
    await expect(
      perform(await world.as('supervisor'), (act) => checkDecision(act, found)),
    ).rejects.toMatchObject({ detail: { problems: [{ field: 'reason', code: 'missing' }] } })
    await perform(await world.as('supervisor'), (act) =>
      checkDecision(act, { ...found, reason: '申请人不符合条件' }),
    )
    const { orders } = await look(await world.as('police-head'), (reading) => readHold(reading, { item }))
    expect(orders).toMatchObject([{ kind: 'revoke', dueDay: '2026-11-30', mayAnswer: true }])
    await handleOrderRevoked({ workId: item }, world.now())
    expect(
      (await look(await world.as('police-head'), (reading) => readHold(reading, { item }))).orders,
    ).toEqual([])
  })

  it('can be drawn of a day, and is not for whoever decided', async () => {
    const item = await granted('police2')
    const drawn = { unit: 'public-security', day: '2026-11-23', percent: 100 }
    await expect(
      perform(await world.as('health-head'), (act) => drawChecks(act, drawn)),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    const { open } = await perform(await world.as('police-head'), (act) => drawChecks(act, drawn))
    expect(open.map(({ href }) => href)).toContain(`/desk/items/${item}`)
    const again = await perform(await world.as('police-head'), (act) => drawChecks(act, drawn))
    expect(again.open).toHaveLength(open.length)
  })
})

describe('what is taken out as a file', () => {
  const { demoPassword } = readCity('db/city').accounts
  const get = async (path: string, login: string) => {
    const cookie = await api.signIn(login, demoPassword)
    const response = await fetch(`${api.base}${path}`, { headers: { cookie } })
    return {
      status: response.status,
      text: await response.text(),
      type: response.headers.get('content-type'),
    }
  }

  it('is masked, names who took it and for what, and is on record', async () => {
    const purpose = encodeURIComponent('月度通报')
    const { status, text } = await get(
      `/files/supervision/work?show=overdue&purpose=${purpose}`,
      'supervisor',
    )
    expect(status).toBe(200)
    expect(text).toContain('林**')
    expect(text).not.toContain('林知夏')
    expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/导出记录.*万德胜.*月度通报/)
    const [line] = await latestEntries(read(), 1)
    expect(line).toMatchObject({
      verb: 'supervision.export',
      detail: { purpose: '月度通报', show: 'overdue' },
    })
    expect(text).toContain(line?.subjectId ?? 'nothing')
  })

  it('needs a purpose', async () => {
    expect((await get('/files/supervision/work?show=overdue', 'supervisor')).status).toBe(422)
  })

  it('is a picture of the workload too', async () => {
    const { text, type } = await get('/files/supervision/workload?by=units', 'police-head')
    expect(type).toContain('image/svg+xml')
    expect(text).toContain('市公安局')
    expect(text).not.toContain('市民政局')
  })
})
