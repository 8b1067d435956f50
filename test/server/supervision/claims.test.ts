import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { look, perform } from '#domain/perform.ts'
import { assignWork, claimWork, handleIdle, putBackWork, readHold } from '#domain/supervision/index.ts'
import { moveWork, presentWork, useAssignment } from '#domain/work/index.ts'
import { eventsOfItem, itemNow, opensItem, staffId } from '../../support/office.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))
afterEach(() => useAssignment({ idleHours: 24, units: [] }))

const claim = async (login: string, item: string) =>
  perform(await world.as(login), (act) => claimWork(act, { item }))
const denies = async (login: string, item: string) =>
  perform(await world.as(login), async (act) =>
    moveWork(act, await itemNow(item), 'deny', { note: '材料不符合规定。' }),
  )

describe('a claim', () => {
  it('lets nobody else move it, and says who has it and since when', async () => {
    const item = await opensItem(world)
    expect(await claim('police', item)).toMatchObject({
      holder: { name: '雷国栋', own: true },
      may: ['putBack'],
    })
    await expect(denies('police2', item)).rejects.toMatchObject({
      code: 'held_by_other',
      detail: {
        problems: [{ field: '', code: 'held_by', params: { name: '雷国栋', since: '2026-11-23 10:00' } }],
      },
    })
    await expect(claim('police2', item)).rejects.toMatchObject({ code: 'held_by_other' })
    const other = await world.as('police2')
    expect(presentWork(await itemNow(item), other.actor, world.now()).moves).toEqual([])
    expect((await denies('police', item)).state).toBe('denied')
    expect((await itemNow(item)).assignee).toBe('')
  })

  it('of two at the same moment is one', async () => {
    const item = await opensItem(world)
    const tried = await Promise.allSettled([claim('police', item), claim('police2', item)])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await eventsOfItem(item)).map(({ move }) => move)).toEqual(['open', 'claim'])
  })

  it('can be put back by whoever has it, and taken away by the head or a supervisor with a reason', async () => {
    const item = await opensItem(world)
    await claim('police', item)
    await perform(await world.as('police'), (act) => putBackWork(act, { item }))
    await claim('police2', item)
    await expect(
      perform(await world.as('police'), (act) => assignWork(act, { item, to: '', reason: '我来办理' })),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    const to = await staffId(world, 'police')
    const given = { item, to, reason: '方远航请假，改派' }
    await perform(await world.as('police-head'), (act) => assignWork(act, given))
    expect((await itemNow(item)).assignee).toBe(to)
    await perform(await world.as('supervisor'), (act) => assignWork(act, { ...given, to: '' }))
    expect((await itemNow(item)).assignee).toBe('')
  })

  it('is not given to somebody who may not decide it', async () => {
    const item = await opensItem(world)
    const to = await staffId(world, 'health')
    await expect(
      perform(await world.as('police-head'), (act) => assignWork(act, { item, to, reason: '改派他人' })),
    ).rejects.toMatchObject({ code: 'invalid_input', detail: { problems: [{ field: 'to' }] } })
  })

  it('ends when it is somebody else’s turn', async () => {
    const item = await opensItem(world)
    await claim('police', item)
    const asked = await perform(await world.as('police'), async (act) =>
      moveWork(act, await itemNow(item), 'askExtension', { note: '需要向外地核实情况。' }),
    )
    expect(asked).toMatchObject({ state: 'extending', assignee: '' })
  })

  it('that nothing happens to for so many hours of working days is free again', async () => {
    // A Friday afternoon: the week-end counts nothing.
    world.at('2026-11-27T16:00:00+08:00')
    const item = await opensItem(world)
    await claim('police', item)
    world.at('2026-11-30T15:00:00+08:00')
    await handleIdle({}, world.now())
    expect((await itemNow(item)).assignee).not.toBe('')
    world.at('2026-11-30T16:00:00+08:00')
    await handleIdle({}, world.now())
    expect((await itemNow(item)).assignee).toBe('')
    expect((await eventsOfItem(item)).at(-1)).toMatchObject({ move: 'putBack', data: { idle: true } })
  })
})

describe('work that comes to a department', () => {
  it('goes to whoever has least on their desk', async () => {
    const two = await staffId(world, 'police2')
    for (let i = 0; i < 3; i += 1) await claim('police', await opensItem(world))
    useAssignment({ idleHours: 24, units: [{ unit: 'public-security', mode: 'load' }] })
    const items = [await opensItem(world), await opensItem(world)]
    await world.runJobs()
    for (const item of items) expect((await itemNow(item)).assignee).toBe(two)
  })

  it('goes to one after the other, and back to whoever had it before', async () => {
    useAssignment({ idleHours: 24, units: [{ unit: 'public-security', mode: 'turn' }] })
    const first = await opensItem(world)
    await world.runJobs()
    const second = await opensItem(world)
    await world.runJobs()
    const holders = [(await itemNow(first)).assignee, (await itemNow(second)).assignee]
    expect(new Set(holders).size).toBe(2)
    const login = holders[0] === (await staffId(world, 'police')) ? 'police' : 'police2'
    await perform(await world.as(login), async (act) =>
      moveWork(act, await itemNow(first), 'askExtension', { note: '需要向外地核实情况。' }),
    )
    await perform(await world.as('police-head'), async (act) =>
      moveWork(act, await itemNow(first), 'declineExtension'),
    )
    await world.runJobs()
    expect((await itemNow(first)).assignee).toBe(holders[0])
  })

  it('stays on nobody’s desk where the rules say so', async () => {
    const item = await opensItem(world)
    await world.runJobs()
    const hold = await look(await world.as('police-head'), (reading) => readHold(reading, { item }))
    expect(hold).toMatchObject({ holder: null, may: ['assign', 'order'] })
    expect(hold.people.map(({ name }) => name)).toEqual(['雷国栋', '方远航'])
  })
})
