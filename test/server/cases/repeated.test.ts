import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { openApi, type Answer, type Api } from '../../support/api.ts'
import { accept, ALL_CHECKED, itemsOf, reviewerOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { eventsOfItem } from '../../support/office.ts'
import { openWorld, type World } from '../../support/world.ts'

const { demoPassword } = readCity('db/city').accounts
const TIMES = 5

let world: World
let api: Api
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

/** Posts a form as the desk does when it sends what waited: its own key in it, the answer as JSON. */
function poster(cookie: string, path: string, fields: Record<string, string | string[]>) {
  return (key: string): Promise<Answer> =>
    api.post(path, { ...fields, _key: key }, { cookie, form: true, headers: { accept: 'application/json' } })
}

async function sent(login: string): Promise<string> {
  const no = await sendNewborn(await world.as(login))
  await world.runJobs()
  return no
}

/** How often such a move was made with any item of a case; what waits for another item is accepted by a move of its own. */
async function timesMoved(no: string, move: RegExp): Promise<number> {
  const items = Object.values(await itemsOf(no))
  const events = await Promise.all(items.map(({ id }) => eventsOfItem(id)))
  return events.flat().filter((event) => move.test(event.move)).length
}

/** Repeated, also at the same time: everybody is told of the one act that was done. */
async function repeats(post: (key: string) => Promise<Answer>): Promise<Answer> {
  const key = crypto.randomUUID()
  const together = await Promise.all(Array.from({ length: TIMES }, () => post(key)))
  const later = await post(key)
  for (const answer of [...together, later]) {
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body).toEqual(later.body)
  }
  return later
}

describe('an act of the desk whose answer was lost', () => {
  it('is a decision once, however often it is sent; another decision on the same view is refused', async () => {
    const no = await sent('mother01')
    await accept(world, no)
    const item = Object.values(await itemsOf(no)).find(({ state }) => state === 'reviewing')
    const login = reviewerOf(item?.unit ?? '')
    const cookie = await api.signIn(login, demoPassword)
    const view = await api.get(`/api/desk/items/${item?.id}`, cookie)
    const path = `/api/desk/items/${item?.id}/decision`
    const version = String(view.body.version)
    const post = poster(cookie, path, { decision: 'grant', checked: ALL_CHECKED, version })
    await repeats(post)
    await world.runJobs()
    expect((await post(crypto.randomUUID())).body).toMatchObject({
      refusal: 'changed_meanwhile',
      params: { move: 'grant', by: expect.stringMatching(/\p{Script=Han}/u), at: expect.any(Number) },
    })
    const moves = (await eventsOfItem(item?.id ?? '')).map(({ move }) => move)
    expect(moves.filter((move) => move === 'grant')).toHaveLength(1)
  })

  it('takes a case in once', async () => {
    const no = await sent('mother02')
    const cookie = await api.signIn('counter', demoPassword)
    const received = Object.values(await itemsOf(no)).filter(({ state }) => state === 'received').length
    expect(received).toBeGreaterThan(0)
    await repeats(poster(cookie, `/api/desk/cases/${no}/acceptance`, {}))
    await world.runJobs()
    expect(await timesMoved(no, /^accept/)).toBe(received)
  })

  it('asks for what is missing once', async () => {
    const no = await sent('mother03')
    const cookie = await api.signIn('counter', demoPassword)
    const asked = { elements: ['child.name'], note: '请核对宝宝的姓名' }
    await repeats(poster(cookie, `/api/desk/cases/${no}/correction`, asked))
    await world.runJobs()
    const asking = Object.values(await itemsOf(no)).filter(({ state }) => state === 'correcting').length
    expect(asking).toBeGreaterThan(0)
    expect(await timesMoved(no, /^ask$/)).toBe(asking)
  })

  it('is nobody else’s: the same key in the hands of a colleague is another request', async () => {
    const no = await sent('mother04')
    const path = `/api/desk/cases/${no}/acceptance`
    const first = poster(await api.signIn('counter', demoPassword), path, {})
    const second = poster(await api.signIn('counter2', demoPassword), path, {})
    const key = crypto.randomUUID()
    expect((await first(key)).status).toBe(200)
    expect((await second(key)).status).toBe(409)
  })
})
