import { beforeAll, expect, test } from 'vitest'
import { read } from '#db'
import { figures } from '#domain/insight/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { moveWork, openWork, type NewWork } from '#domain/work/index.ts'
import { systemActor } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** Opens a work item on the demo's Monday, due the Thursday after. */
async function open(change: Partial<NewWork> = {}) {
  const [row] = await perform(asking(systemActor('test'), world.now()), (act) =>
    openWork(act, [
      {
        kind: 'caseItem',
        state: 'reviewing',
        unit: 'public-security',
        parentId: newId(act.at),
        no: 'F1',
        topic: 'household-registration',
        label: 'x',
        ownerId: 'owner',
        clock: { name: 'promised', days: 3 },
        ...change,
      },
    ]),
  )
  if (!row) throw new Error('nothing was opened')
  return row
}

/** Makes moves with an item at a moment, each by whoever may. */
async function move(
  row: Awaited<ReturnType<typeof open>>,
  at: string,
  ...moves: [login: string, name: string][]
) {
  let item = row
  for (const [login, name] of moves) {
    const who = { ...(await world.as(login)), at: Date.parse(at) }
    item = await perform(who, (act) => moveWork(act, item, name, { note: 'x', days: 1 }))
  }
}

test('before anything was done there is nothing to divide by', async () => {
  expect(await figures({ tx: read(), at: world.now() })).toEqual({
    onTime: { part: 0, whole: 0 },
    solved: { part: 0, whole: 0 },
  })
})

test('decisions count as in time to the end of their due day in the city’s time; what is open or suspended does not count', async () => {
  const granted: [string, string][] = [
    ['system', 'grant'],
    ['system', 'complete'],
  ]
  await move(await open(), '2026-11-24T16:00:00+08:00', ...granted)
  await move(await open(), '2026-11-26T23:59:59+08:00', ...granted)
  await move(await open(), '2026-11-27T00:00:01+08:00', ['police', 'deny'])
  await move(await open(), '2026-12-24T00:00:00+08:00', ['police-head', 'suspend'])
  await open()
  const ticket = await open({ kind: 'ticket', state: 'replied', topic: 'noise' })
  await move(
    ticket,
    '2026-11-24T16:00:00+08:00',
    ['hotline', 'rework'],
    ['police', 'reply'],
    ['hotline', 'close'],
  )
  const later = await figures({ tx: read(), at: world.now() + 61_000 })
  expect(later).toEqual({ onTime: { part: 2, whole: 3 }, solved: { part: 1, whole: 2 } })
})

test('within a minute the figures are those counted before', async () => {
  await move(await open(), '2026-11-24T16:00:00+08:00', ['police', 'deny'])
  expect((await figures({ tx: read(), at: world.now() + 62_000 })).onTime.whole).toBe(3)
})
