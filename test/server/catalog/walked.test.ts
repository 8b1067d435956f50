import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { refreshCatalog } from '#domain/catalog/index.ts'
import { openApi, type Api } from '../../support/api.ts'
import { beekeeping } from '../../support/small-event.ts'
import { sendWalked, walkToCheck } from '../../support/walk.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

/** Posts a form as a page of the desk does; answers where it leads. */
async function postForm(login: string, path: string, values: Record<string, string>): Promise<string> {
  const cookie = await api.signIn(login, readCity('db/city').accounts.demoPassword)
  const { status, headers } = await api.post(path, values, { cookie, form: true })
  expect(status).toBe(303)
  return headers.get('location') ?? ''
}

test('a life event written as data alone is published at the desk by two people, and walked to its receipt', async () => {
  const guide = '/api/guides/events/beekeeping'
  expect((await api.get(guide)).status).toBe(404)
  const json = JSON.stringify(beekeeping())
  const page = await postForm('catalog', '/api/catalog/packages', { title: '养蜂一件事', json })
  expect(page).toMatch(/^\/desk\/catalog\/packages\/[\w-]+$/)
  const path = `/api${page.replace('/desk', '')}`
  await postForm('catalog', `${path}/submission`, {})
  const cookie = await api.signIn('catalog2', readCity('db/city').accounts.demoPassword)
  const { body: preview } = await api.get(
    `/api/catalog/preview/beekeeping?package=${page.split('/').at(-1)}&situation.sellsHoney=yes`,
    cookie,
  )
  expect(preview).toMatchObject({ state: 'answered', lifeEvent: { title: '养蜂' } })
  expect((await api.get(guide)).status).toBe(404)
  await postForm('catalog2', `${path}/publication`, { startsOn: '' })
  expect((await api.get(guide)).body).toMatchObject({ title: '养蜂', promisedDays: 6 })

  await refreshCatalog()
  const who = await world.as('mother03')
  const no = await sendWalked(who, await walkToCheck(who, 'beekeeping'))
  expect(no).toMatch(/^T349900/)
})

test('a file that is no JSON comes back as a finding, a blank form as a problem beside its field', async () => {
  const page = await postForm('catalog', '/api/catalog/packages', { title: 'x', json: '{' })
  const cookie = await api.signIn('catalog', readCity('db/city').accounts.demoPassword)
  const { body } = await api.get(`/api${page.replace('/desk', '')}`, cookie)
  expect(body).toMatchObject({ state: 'draft', json: '{', moves: { submit: false, replace: true } })
  const refused = await api.post('/api/catalog/packages', { title: 'x', json: '' }, { cookie })
  expect(refused.body).toMatchObject({ problems: [{ field: 'json', code: 'missing' }] })
})
