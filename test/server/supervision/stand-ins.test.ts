import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { publish, submit, upload } from '#domain/catalog/index.ts'
import { entriesWithVerb } from '#domain/audit/index.ts'
import { look, perform } from '#domain/perform.ts'
import {
  claimWork,
  endAbsenceAtDesk,
  enterAbsenceAtDesk,
  handOver,
  readAbsences,
  readHandOver,
} from '#domain/supervision/index.ts'
import { moveWork } from '#domain/work/index.ts'
import { atDesk, eventsOfItem, itemNow, opensItem, staffId } from '../../support/office.ts'
import { beekeeping } from '../../support/small-event.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

async function entered(login: string, person: string, standIn: string, toDay = '2026-11-25') {
  const given = {
    person: await staffId(world, person),
    standIn: await staffId(world, standIn),
    fromDay: '2026-11-23',
    toDay,
    reason: '参加培训',
  }
  return perform(await atDesk(world, login), (act) => enterAbsenceAtDesk(act, given))
}

async function ended(login: string): Promise<void> {
  const who = await atDesk(world, login)
  const { absences } = await look(who, readAbsences)
  for (const { id, mayEnd } of absences)
    if (mayEnd) await perform(who, (act) => endAbsenceAtDesk(act, { absence: id }))
}

const denies = async (login: string, item: string) =>
  perform(await atDesk(world, login), async (act) =>
    moveWork(act, await itemNow(item), 'deny', { note: '材料不符合规定。' }),
  )

describe('a stand-in', () => {
  it('has the rights of whoever is away in their department, on record for whom, until they are back', async () => {
    const item = await opensItem(world)
    await expect(denies('police-data', item)).rejects.toMatchObject({ code: 'move_not_possible' })
    await entered('police', 'police', 'police-data')
    expect((await denies('police-data', item)).state).toBe('denied')
    const absent = await staffId(world, 'police')
    expect((await eventsOfItem(item)).at(-1)).toMatchObject({ move: 'deny', data: { standInFor: absent } })
    const line = (await entriesWithVerb(read(), 'caseItem.deny', '', 10)).at(-1)
    expect(line).toMatchObject({
      verb: 'caseItem.deny',
      actorId: await staffId(world, 'police-data'),
      detail: { standInFor: absent, standsInFor: [absent] },
    })
    await ended('police')
    await expect(denies('police-data', await opensItem(world))).rejects.toMatchObject({
      code: 'move_not_possible',
    })
  })

  it('has them on the days of the absence alone', async () => {
    await entered('police', 'police', 'police-data')
    world.at('2026-11-26T10:00:00+08:00')
    expect((await atDesk(world, 'police-data')).actor).not.toHaveProperty('standsInFor')
    world.at('2026-11-23T10:00:00+08:00')
    await ended('police')
  })

  it('may move what the absent one has on their desk', async () => {
    const item = await opensItem(world)
    await perform(await atDesk(world, 'police'), (act) => claimWork(act, { item }))
    await entered('police-head', 'police', 'police2')
    expect((await denies('police2', item)).state).toBe('denied')
    await ended('police-head')
  })

  it('is bound by what either of the two did before (受办分离)', async () => {
    const proposed = await opensItem(world, { state: 'proposed' })
    await entered('police-head', 'police-head', 'police')
    const approves = async (login: string, item: string, proposer: string) => {
      const row = { ...(await itemNow(item)), doers: { propose: proposer } }
      return perform(await atDesk(world, login), (act) => moveWork(act, row, 'sendBack'))
    }
    const own = await staffId(world, 'police')
    const head = await staffId(world, 'police-head')
    await expect(approves('police', proposed, own)).rejects.toMatchObject({ code: 'move_not_possible' })
    await expect(approves('police', proposed, head)).rejects.toMatchObject({ code: 'move_not_possible' })
    // What was done in the name of the head binds the head too.
    await expect(approves('police-head', proposed, `${own} for ${head}`)).rejects.toMatchObject({
      code: 'move_not_possible',
    })
    expect((await approves('police', proposed, 'somebody')).state).toBe('reviewing')
    await ended('police-head')
  })

  it.each([
    ['oneself', 'police', 'police', 'standIn'],
    ['somebody of another department', 'police', 'health', 'standIn'],
    ['for an auditor somebody who does what is audited', 'auditor', 'data', 'standIn'],
  ])('is not %s', async (_who, person, standIn, field) => {
    await expect(entered(person, person, standIn)).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ field }] },
    })
  })

  it('does not publish what whoever is away has written', async () => {
    await entered('catalog', 'catalog', 'catalog2')
    const given = { package: '', title: '试验', json: JSON.stringify(beekeeping()) }
    const { package: id } = await perform(await atDesk(world, 'catalog'), (act) => upload(act, given))
    await perform(await atDesk(world, 'catalog'), (act) => submit(act, { package: id }))
    const publishes = async () =>
      perform(await atDesk(world, 'catalog2'), (act) => publish(act, { package: id, startsOn: '2026-12-01' }))
    await expect(publishes()).rejects.toMatchObject({ code: 'own_work' })
    await ended('catalog')
    await publishes()
  })

  it('is there, and nobody stands in for a stand-in', async () => {
    await entered('police', 'police', 'police2')
    await expect(entered('police-head', 'police-data', 'police')).rejects.toMatchObject({
      detail: { problems: [{ code: 'stand_in_absent' }] },
    })
    await expect(entered('police2', 'police2', 'police-head')).rejects.toMatchObject({
      detail: { problems: [{ code: 'stands_in_then' }] },
    })
    await ended('police')
  })

  it('is named by oneself or the head alone', async () => {
    await expect(entered('police2', 'police', 'police2')).rejects.toMatchObject({ code: 'not_found' })
    await expect(entered('health-head', 'police', 'police2')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('handing over', () => {
  it('gives all work to another at once and reports what could not go', async () => {
    const items = [await opensItem(world), await opensItem(world)]
    const barred = await opensItem(world, { state: 'extending' })
    for (const item of items) await perform(await atDesk(world, 'police'), (act) => claimWork(act, { item }))
    await perform(await atDesk(world, 'police-head'), (act) => claimWork(act, { item: barred }))
    const [from, to] = [await staffId(world, 'police'), await staffId(world, 'police2')]
    const given = await perform(await atDesk(world, 'police-head'), (act) =>
      handOver(act, { from, to, reason: '调往其他岗位' }),
    )
    expect(given).toMatchObject({ from: '雷国栋', to: '方远航', by: '彭立群', moved: 2 })
    for (const item of items) expect((await itemNow(item)).assignee).toBe(to)
    const left = await perform(await atDesk(world, 'police-head'), async (act) =>
      handOver(act, { from: await staffId(world, 'police-head'), to, reason: '调往其他岗位' }),
    )
    expect(left).toMatchObject({ moved: 0, lines: [{ fault: 'no_right' }] })
    expect((await itemNow(barred)).assignee).toBe('')
    const report = await look(await atDesk(world, 'police2'), (reading) =>
      readHandOver(reading, { handOver: given.id }),
    )
    expect(report).toEqual(given)
    await expect(
      look(await atDesk(world, 'health'), (reading) => readHandOver(reading, { handOver: given.id })),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
