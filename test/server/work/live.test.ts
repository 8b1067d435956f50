import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { workEvents } from '#db/schema/work.ts'
import { readCity } from '#db/city/load.ts'
import { now } from '#domain/clock.ts'
import { asking, perform } from '#domain/perform.ts'
import { changeFeed, markDue, moveWork, openWork, type NewWork, type WorkRow } from '#domain/work/index.ts'
import { closeDesks, openDesks } from '#server/utils/live-desks.ts'
import { systemActor } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { openApi, type Api } from '../../support/api.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
let password = ''
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  password = readCity('db/city').accounts.demoPassword
})
afterAll(async () => {
  closeDesks()
  await api.close()
})

interface Heard {
  event: string
  data: { came?: { id: string }[]; changed?: { id: string }[] }
}

/** A desk that listens; `heard` grows by itself. */
async function listen(login: string) {
  const cookie = await api.signIn(login, password)
  const heard: Heard[] = []
  let ended = false
  await new Promise<void>((resolve, reject) => {
    const call = request(
      `${api.base}/api/desk/live`,
      { headers: { cookie, accept: 'text/event-stream' } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
          const messages = text.split('\n\n')
          text = messages.pop() ?? ''
          for (const message of messages) heard.push(...messageIn(message))
          if (heard.length > 0) resolve()
        })
        response.on('end', () => (ended = true))
        response.on('error', () => (ended = true))
      },
    )
    call.on('error', reject)
    call.end()
  })
  return { heard, cookie, isOver: () => ended }
}

function messageIn(message: string): Heard[] {
  const event = /^event: (\w+)$/m.exec(message)?.[1]
  const data = /^data: (.*)$/m.exec(message)?.[1]
  return event && data ? [{ event, data: JSON.parse(data) }] : []
}

async function until(holds: () => boolean, ms = 3000): Promise<boolean> {
  const end = Date.now() + ms
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
  return holds()
}

async function open(unit: string, more: Partial<NewWork> = {}): Promise<WorkRow> {
  const [row] = await perform(asking(systemActor('test'), now()), (act) =>
    openWork(act, [
      {
        kind: 'caseItem',
        state: 'reviewing',
        unit,
        parentId: newId(act.at),
        no: 'L1',
        topic: 'birth-certificate',
        label: '某人',
        ownerId: 'nobody',
        clock: { name: 'promised', days: 5 },
        ...more,
      },
    ]),
  )
  if (!row) throw new Error('nothing was opened')
  return row
}

const came = (heard: readonly Heard[]) => heard.flatMap(({ data }) => (data.came ?? []).map(({ id }) => id))
const changed = (heard: readonly Heard[]) =>
  heard.flatMap(({ data }) => (data.changed ?? []).map(({ id }) => id))

describe('an open desk', () => {
  it('hears within a second of work that comes to its unit, of no other, and nothing of whom it is about', async () => {
    const police = await listen('police')
    const health = await listen('health')
    const row = await open('public-security')
    expect(await until(() => came(police.heard).includes(row.id), 1000)).toBe(true)
    expect(police.heard.at(-1)).toEqual({
      event: 'work',
      data: { came: [{ kind: 'caseItem', state: 'reviewing', id: row.id }], changed: [] },
    })
    expect(came(health.heard)).toEqual([])
    const head = await world.as('police-head')
    await perform({ ...head, at: now() }, (act) => moveWork(act, row, 'suspend', { note: '等待法院裁定' }))
    expect(await until(() => changed(police.heard).includes(row.id), 1000)).toBe(true)
    expect(came(police.heard)).toEqual([row.id])
  })

  it('is told when due marks moved', async () => {
    const police = await listen('police')
    await new Promise((resolve) => setTimeout(resolve, 700))
    await open('public-security', { clock: { name: 'promised', days: 1 } })
    await markDue(now())
    expect(await until(() => police.heard.some(({ event }) => event === 'renew'))).toBe(true)
  })

  it('is let go when the process stops, and asked to say what it wants to hear', async () => {
    const police = await listen('police')
    const before = openDesks()
    expect(before).toBeGreaterThan(0)
    closeDesks()
    expect(await until(() => police.isOver())).toBe(true)
    expect(openDesks()).toBe(0)
    expect((await api.get('/api/desk/live', police.cookie)).status).toBe(422)
  })
})

describe('the feed of changes', () => {
  it('tells an event of another instance once, whose clock is behind or whose transaction ended late', async () => {
    const feed = changeFeed()
    const row = await open('public-security')
    const at = now()
    await feed.read(read(), at)
    const late = (ago: number, seq: number) => ({
      id: newId(at - ago),
      workId: row.id,
      seq,
      move: 'note',
      fromState: 'reviewing',
      toState: 'reviewing',
      actorKind: 'system',
      actorId: 'another',
      at: at - ago,
      note: null,
      data: {},
    })
    await transaction(async (tx) => {
      await tx.insert(workEvents).values([late(4000, 50), late(0, 51), late(-3000, 52)])
    })
    expect((await feed.read(read(), at + 500)).changes.map(({ id }) => id)).toEqual([row.id, row.id, row.id])
    expect((await feed.read(read(), at + 1000)).changes).toEqual([])
    await transaction(async (tx) => {
      await tx.insert(workEvents).values([late(1500, 53)])
    })
    expect((await feed.read(read(), at + 1500)).changes).toHaveLength(1)
  })
})
