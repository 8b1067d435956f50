import { beforeAll, expect, test } from 'vitest'
import { deskInbox, forgetFilter, keepFilter, savedFilters } from '#domain/insight/index.ts'
import { look, perform } from '#domain/perform.ts'
import { openWork, type NewWork } from '#domain/work/index.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

const STATES = ['reviewing', 'reviewing', 'special', 'held']

let world: World
beforeAll(async () => {
  world = await openWorld()
  await perform(await world.as('system'), (act) =>
    openWork(
      act,
      STATES.map((state, i): NewWork => ({
        kind: 'caseItem',
        state,
        unit: 'public-security',
        parentId: newId(world.now()),
        no: `F${i}`,
        topic: 'household-registration',
        label: '某人',
        ownerId: 'nobody',
        clock: { name: 'promised', days: i },
      })),
    ),
  )
})

async function numbers(login: string, asked: Parameters<typeof deskInbox>[1]): Promise<string[]> {
  const { lines } = await look(await world.as(login), (reading) => deskInbox(reading, asked))
  return lines.map(({ no }) => no)
}

test('the inbox shows what is asked for: a state, what is due, what nobody has, an office', async () => {
  expect(await numbers('police', { kind: 'caseItem' })).toEqual(['F0', 'F1', 'F2', 'F3'])
  expect(await numbers('police', { kind: 'caseItem', state: 'reviewing' })).toEqual(['F0', 'F1'])
  expect(await numbers('police', { kind: 'caseItem', due: 'today' })).toEqual(['F0'])
  expect(await numbers('police', { kind: 'caseItem', due: 'overdue' })).toEqual([])
  world.at('2026-11-25T10:00:00+08:00')
  expect(await numbers('police', { kind: 'caseItem', due: 'overdue' })).toEqual(['F0', 'F1'])
  expect(await numbers('police', { whose: 'nobody', state: 'held' })).toEqual(['F3'])
  expect(await numbers('police', { whose: 'mine' })).toEqual([])
  expect(await numbers('supervisor', { kind: 'caseItem', unit: 'public-security', state: 'held' })).toEqual([
    'F3',
  ])
  expect(await numbers('supervisor', { kind: 'caseItem', unit: 'civil-affairs', state: 'held' })).toEqual([])
})

test('a filter is kept under its name for whoever named it, and nothing in it that nobody offers', async () => {
  const police = await world.as('police')
  const kept = async (login: string) => look(await world.as(login), savedFilters)
  await perform(police, (act) => keepFilter(act, { name: '今天', kind: 'caseItem', due: 'today' }))
  await perform(police, (act) => keepFilter(act, { name: '卡住的', state: 'held', unit: '' }))
  await perform(police, (act) => keepFilter(act, { name: '今天', due: 'overdue' }))
  expect(await kept('police')).toEqual([
    { name: '卡住的', asked: { state: 'held' } },
    { name: '今天', asked: { due: 'overdue' } },
  ])
  expect(await kept('social')).toEqual([])
  await perform(police, (act) => forgetFilter(act, { name: '卡住的' }))
  expect((await kept('police')).map(({ name }) => name)).toEqual(['今天'])
})
