import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { ownLooks } from '#domain/footprint/index.ts'
import { look } from '#domain/perform.ts'
import { openApi, type Api } from '../../support/api.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'
import { onePage } from '../../unit/files/make.ts'

const { demoPassword } = readCity('db/city').accounts
const BLANK = { should: '', why: '' }
const SAID = { should: '云溪市清河区新址路9号', why: '去年已经迁到这里' }

let world: World
let api: Api
let cookie: string
let draft: string

beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  cookie = await api.signIn('mother05', demoPassword)
  draft = await fillDraft(await world.as('mother05'))
})
afterAll(() => api.close())

/** A native form with files, as a browser without script posts it. */
async function postForm(texts: Record<string, string>, evidence?: Buffer): Promise<string> {
  const form = new FormData()
  for (const [name, value] of Object.entries(texts)) form.append(name, value)
  // A file field left empty is posted all the same.
  form.append('evidence', new Blob(evidence ? [new Uint8Array(evidence)] : []), evidence ? '证明.pdf' : '')
  const response = await fetch(`${api.base}/api/my/objections`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie, origin: api.base, accept: 'text/html', referer: `${api.base}/my/data/objections/new` },
  })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

it('a report posted by a native form with a file leads to its page', async () => {
  const page = await postForm({ draft, element: 'household.address', ...SAID }, onePage())
  expect(page).toMatch(/^\/my\/data\/objections\/Y20261123\d{4}$/)
  const { body } = await api.get(`/api${page.replace('/data', '')}`, cookie)
  expect(body).toMatchObject({ state: 'new', files: [{ name: '证明.pdf' }] })
  const [file] = body.files as { fileId: string }[]
  const href = `/files/objections/${String(body.no)}/${file?.fileId}`
  expect((await api.get(href, cookie)).headers.get('content-type')).toBe('application/pdf')
  expect((await api.get(href, await api.signIn('mother06', demoPassword))).status).toBe(404)
})

it('a report that says nothing goes back to its form', async () => {
  expect(await postForm({ draft, element: 'household.headName', ...BLANK })).toMatch(
    /^\/my\/data\/objections\/new\?again=1$/,
  )
})

it('a question posted by a native form leads back to the look-up', async () => {
  const who = await world.as('mother05')
  const { cards } = await look(who, (reading) => ownLooks(reading, {}))
  const id = cards[0]?.lines[0]?.id ?? ''
  const { status, headers } = await api.post(
    `/api/my/data/${id}/question`,
    { question: '为什么查我的户籍' },
    { cookie, form: true },
  )
  expect([status, headers.get('location')]).toEqual([303, `/my/data/${id}`])
})
