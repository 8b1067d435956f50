import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { openApi, type Api } from '../../support/api.ts'
import { openWorld } from '../../support/world.ts'

let api: Api
const { demoPassword } = readCity('db/city').accounts

beforeAll(async () => {
  await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

const APPLICATION = {
  resource: 'housing-fund',
  items: ['social-security-card'],
  fields: ['accountNo', 'balance'],
  basis: '《中华人民共和国社会保险法》第五十八条',
  scenario: '办卡时核对账户',
  purpose: '免填账号',
  frequency: '50',
  validTo: '2027-05-31',
}

async function linesOf(cookie: string): Promise<{ no: string; kind: string; title: string; href: string }[]> {
  const { body } = await api.get('/api/desk/inbox?kind=subscription', cookie)
  return body.lines as { no: string; kind: string; title: string; href: string }[]
}

test('an application goes by plain forms from the department over the data office to the provider', async () => {
  const [applicant, office, provider] = await Promise.all(
    ['social-data', 'data', 'fund-data'].map((login) => api.signIn(login, demoPassword)),
  )
  const sent = await api.post('/api/exchange/subscriptions', APPLICATION, { cookie: applicant, form: true })
  expect(sent.status).toBe(303)
  const place = sent.headers.get('location') ?? ''
  const no = place.split('/').at(-1) ?? ''
  expect(place).toBe(`/desk/exchange/subscriptions/${no}`)
  expect((await linesOf(office ?? '')).find((line) => line.no === no)).toMatchObject({
    kind: 'subscription',
    title: '住房公积金账户信息',
    href: place,
  })
  expect(await linesOf(provider ?? '')).toEqual([])

  const passed = await api.post(
    `/api/exchange/subscriptions/${no}/review`,
    { decision: 'forward', fields: ['accountNo'], note: '' },
    { cookie: office, form: true },
  )
  expect(passed.status).toBe(303)
  expect((await linesOf(provider ?? '')).map((line) => line.no)).toEqual([no])
  await api.post(
    `/api/exchange/subscriptions/${no}/answer`,
    { decision: 'agree', fields: 'accountNo', note: '' },
    { cookie: provider, form: true },
  )
  const { body } = await api.get(`/api/exchange/subscriptions/${no}`, applicant)
  expect(body).toMatchObject({ state: 'approved', grants: [{ fields: ['公积金账号'], no }] })
})

test('what is missing in an application is said field by field', async () => {
  const cookie = await api.signIn('social-data', demoPassword)
  const { status, body } = await api.post(
    '/api/exchange/subscriptions',
    { resource: 'housing-fund', validTo: '2027-02-30', frequency: '0' },
    { cookie },
  )
  expect(status).toBe(422)
  expect(body.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: 'items', code: 'items_missing' }),
      expect.objectContaining({ field: 'fields', code: 'fields_missing' }),
      expect.objectContaining({ field: 'basis', code: 'basis_missing' }),
      expect.objectContaining({ field: 'frequency', code: 'number_small_calls' }),
      expect.objectContaining({ field: 'validTo', code: 'date_form' }),
    ]),
  )
})

test('each of the three lists is a file for whoever reads the catalogue, and for nobody else', async () => {
  const cookie = await api.signIn('data', demoPassword)
  const file = await fetch(`${api.base}/files/lists/uses`, { headers: { cookie } })
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await file.text()).split('\r\n')
  expect(lines[0]).toContain('"事项","使用部门","数据资源"')
  expect(lines.some((line) => line.startsWith('"生育医疗费用报销') && line.includes('出院日期'))).toBe(true)
  const other = await api.signIn('counter', demoPassword)
  expect((await api.get('/files/lists/uses', other)).status).toBe(403)
})
