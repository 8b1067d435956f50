import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { statesOf } from '../../support/desk.ts'
import { openApi, type Api } from '../../support/api.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
let clerk: string
let mother: string
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  const { demoPassword } = readCity('db/city').accounts
  clerk = await api.signIn('counter', demoPassword)
  mother = await api.signIn('mother03', demoPassword)
})
afterAll(() => api.close())

const visitor = async () => (await api.get('/api/desk/places', clerk)).body.visitor

it('from the code to the accepted case it takes three posts and looks; every page of the desk names the visitor', async () => {
  const no = await sendNewborn(await world.as('mother03'))
  await world.runJobs()
  const { content } = (await api.get('/api/my/code', mother)).body
  expect(await visitor()).toBeNull()
  const { visit } = (await api.post('/api/desk/counter/code', { code: String(content) }, { cookie: clerk }))
    .body
  expect(await visitor()).toEqual({ visit, name: expect.any(String) })

  const shown = (await api.get('/api/desk/counter', clerk)).body
  expect(shown).toMatchObject({ visit: { id: visit, cases: [{ no, toAccept: true }] } })
  const accepted = await api.post(`/api/desk/cases/${no}/acceptance`, {}, { cookie: clerk })
  expect(accepted.status).toBe(200)
  expect(Object.values(await statesOf(no))).not.toContain('received')

  await api.post(`/api/desk/counter/visits/${String(visit)}/end`, {}, { cookie: clerk })
  expect(await visitor()).toBeNull()
})

it('counts wrong codes that come by the door, and lets nobody guess on', async () => {
  const guess = (code: string) => api.post('/api/desk/counter/code', { code }, { cookie: clerk })
  for (let i = 0; i < 20; i += 1) expect((await guess(`1234567${i % 10}x`)).status).toBe(422)
  expect((await guess('12345678')).status).toBe(429)
})
