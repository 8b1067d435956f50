import { beforeAll, expect, it } from 'vitest'
import { transaction } from '#db'
import { objections } from '#db/schema/exchange-objections.ts'
import { workItems } from '#db/schema/work.ts'
import { board } from '#domain/exchange/index.ts'
import { insertAlerts } from '#domain/exchange/store/anomalies.ts'
import { look } from '#domain/perform.ts'
import { addDays, DAY_MS, dayOf } from '#shared/calendar/day.ts'
import type { BoardView } from '#shared/exchange/board-view.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function boardOf(login: string): Promise<BoardView> {
  return look(await world.as(login), (reading) => board(reading, { period: 'today' }))
}

it('shows a department its own alert, however many that it may not see were raised after it', async () => {
  const at = world.now()
  const alert = (kind: string, key: string, moment: number) => {
    const detail = { resource: 'population' }
    return {
      id: newId(moment),
      kind,
      key,
      unit: 'public-security',
      detail,
      at: moment,
      seenBy: '',
      seenAt: 0,
    }
  }
  const others = Array.from({ length: 60 }, (_, i) => alert('many-subjects', `post ${i}`, at + i))
  await transaction((tx) => insertAlerts(tx, [alert('falling-success', 'population', at - 1), ...others]))
  expect((await boardOf('police-data')).alerts.map(({ kind }) => kind)).toEqual(['falling-success'])
  expect((await boardOf('data')).alerts.filter(({ kind }) => kind === 'many-subjects')).toHaveLength(50)
})

type Outcome = typeof objections.$inferSelect.outcome

/** So many objections that are due on one day. */
async function objected(resource: string, outcome: Outcome, dueDay: string, many: number, createdAt: number) {
  const workId = newId(createdAt)
  const texts = { no: 'Y', unit: 'data-bureau', parentId: workId, topic: resource, label: '', ownerId: 'p' }
  const clock = {
    clock: 'none',
    clockName: '',
    clockDays: 0,
    clockUsed: 0,
    clockFrom: dueDay,
    dueDay,
  } as const
  const open = { openedAt: createdAt, closedAt: 0, version: 1, doers: {} }
  const about = {
    personId: 'p',
    organisationId: '',
    lookupId: '',
    subject: '',
    field: 'name',
    element: 'name',
  }
  const said = { was: '', should: '', why: '', evidence: [], matterId: '', answer: null }
  const rows = Array.from({ length: many }, () => ({
    ...about,
    ...said,
    id: newId(createdAt),
    workId,
    no: 'Y',
    resource,
    outcome,
    createdAt,
    decidedAt: 0,
    version: 1,
  }))
  await transaction(async (tx) => {
    await tx
      .insert(workItems)
      .values({ id: workId, kind: 'dataObjection', state: '', ...texts, ...clock, ...open })
    for (let from = 0; from < many; from += 200)
      await tx.insert(objections).values(rows.slice(from, from + 200))
  })
}

it('counts all objections that are open or of its period, by outcome, and those that are late', async () => {
  const at = world.now()
  const [yesterday, today] = [addDays(dayOf(at), -1), dayOf(at)]
  await objected('population', 'open', yesterday, 1001, at - 40 * DAY_MS)
  await objected('population', 'open', today, 2, at)
  await objected('marriage', 'open', yesterday, 3, at)
  await objected('population', 'corrected', yesterday, 4, at)
  await objected('population', 'corrected', yesterday, 5, at - 40 * DAY_MS)
  await objected('population', 'rejected', yesterday, 6, at)
  expect((await boardOf('data')).objections).toEqual({ open: 1006, overdue: 1004, corrected: 4, rejected: 6 })
  expect((await boardOf('police-data')).objections).toMatchObject({ open: 1003, overdue: 1001 })
})
