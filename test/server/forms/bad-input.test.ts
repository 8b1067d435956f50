import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { read } from '#db'
import { readCity } from '#db/city/load.ts'
import { drafts } from '#db/schema/forms.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { openApi, type Api, type Answer } from '../../support/api.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let api: Api
let cookie: string
let draft: string
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  cookie = await api.signIn('mother01', readCity('db/city').accounts.demoPassword)
})
beforeEach(async () => {
  draft = await fillDraft(await world.as('mother01'), {}, 'agree', 'child')
})
afterAll(() => api.close())

async function stored(): Promise<DraftContent['answers']> {
  const [row] = await read().select().from(drafts).where(eq(drafts.id, draft))
  return row?.content.answers ?? {}
}

/** Posts any body at all to a page of the draft, as a script would. */
async function postRaw(step: string, body: unknown, type = 'application/json'): Promise<Answer> {
  const response = await fetch(`${api.base}/api/drafts/${draft}/steps/${step}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: api.base, 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
}

const post = (step: string, body: Record<string, string | string[]>) =>
  api.post(`/api/drafts/${draft}/steps/${step}`, body, { cookie })

describe('what a page did not ask', () => {
  it('is not stored: unknown fields, fields of other pages, names that every object has', async () => {
    const { status } = await postRaw(
      'child',
      '{"child.name":"林小满","nonsense":"x","father.name":"别人","__proto__":"y","constructor":"z"}',
    )
    expect(status).toBe(200)
    const answers = await stored()
    expect(answers['child.name']).toBe('林小满')
    for (const name of ['nonsense', 'father.name', 'constructor'])
      expect(Object.keys(answers)).not.toContain(name)
    expect(Object.keys(answers)).not.toContain('__proto__')
  })

  it('is not typed over what a register has locked', async () => {
    const before = await stored()
    await post('parents', { 'mother.residentId': '34990119900101001X' })
    expect((await stored())['mother.residentId']).toBe(before['mother.residentId'])
    const { body } = await api.get(`/api/drafts/${draft}/steps/parents`, cookie)
    expect(JSON.stringify(body)).not.toContain('34990119900101001X')
  })
})

describe('what is of the wrong kind or size', () => {
  it.each([
    ['a number', { 'child.name': 5 }],
    ['an object', { 'child.name': { a: 'b' } }],
    ['nothing', { 'child.name': null }],
    ['numbers in a list', { 'child.name': [1, 2] }],
    ['lists in a list', { 'child.name': [['a']] }],
  ])('is refused, not stored: %s', async (_what, body) => {
    const before = await stored()
    const { status, body: answer } = await postRaw('child', body)
    expect([status, answer.refusal]).toEqual([422, 'invalid_input'])
    expect(await stored()).toEqual(before)
  })

  it.each(['{', '[]', '"text"', 'null', ''])(
    'is refused or saves nothing when the body is %s',
    async (body) => {
      const before = await stored()
      expect((await postRaw('child', body)).status).toBeLessThan(500)
      expect(await stored()).toEqual(before)
    },
  )

  it('is kept with a problem when it is a text where a choice was offered, or a list where a text was', async () => {
    const { body } = await post('child', { 'child.name': ['林', '小满'], 'child.gender': 'robot' })
    expect(body.next).toBeTypeOf('string')
    const { status, body: wrong } = await post('s1', { 'applicant.relation': 'robot' })
    expect(status).toBe(200)
    expect(wrong).toMatchObject({ next: 's1', problems: [{ code: 'not_an_option' }] })
  })

  it('is cut where one field is far too long, and told', async () => {
    const { body } = await post('child', { 'child.name': '满'.repeat(20_000) })
    expect(body).toMatchObject({ next: 'child', problems: [{ field: 'child.name' }] })
    expect(String((await stored())['child.name']).length).toBeLessThanOrEqual(5000)
  })

  it('is refused before it is read when it is 10 MB of text, with its length and without', async () => {
    const before = await stored()
    const text = JSON.stringify({ 'child.name': 'x'.repeat(10 * 1_048_576) })
    expect((await postRaw('child', text).catch(() => ({ status: 413 }))).status).toBe(413)
    expect(await postInPieces(text)).toBe(413)
    expect(await stored()).toEqual(before)
  })

  async function postInPieces(text: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const url = `${api.base}/api/drafts/${draft}/steps/child`
      const headers = { cookie, origin: api.base, 'content-type': 'application/json' }
      const outgoing = request(url, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0)
        outgoing.destroy()
      })
      // The server may close before everything is sent.
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
      )
      for (let i = 0; i < text.length; i += 65_536) outgoing.write(text.slice(i, i + 65_536))
      outgoing.end()
    })
  }

  it.each([
    ['marks of direction', '林\u202e小满', 'name_characters'],
    ['an emoji', '林😀', 'name_characters'],
    ['a thousand characters', '满'.repeat(1000), 'name_long'],
  ])('is kept and told beside the field: a name with %s', async (_what, name) => {
    const { status, body } = await post('child', { 'child.name': name })
    expect([status, body.next]).toEqual([200, 'child'])
    expect(body.problems).toMatchObject([{ field: 'child.name' }])
  })
})

describe('steps out of order', () => {
  it('do not exist: pages ahead, the last page, pages of no form', async () => {
    const early = await fillDraft(await world.as('mother01'), {}, 'agree', 's3')
    for (const step of ['s5', 'child', 'delivery', 'nonsense', 'check']) {
      const { status, body } = await api.post(
        `/api/drafts/${early}/steps/${step}`,
        { 'child.name': '林小满' },
        { cookie },
      )
      expect([step, status, body.refusal]).toEqual([step, 404, 'not_found'])
    }
    const sent = await api.post(`/api/drafts/${early}/submission`, { declared: 'yes' }, { cookie })
    expect([sent.status, sent.body.refusal]).toEqual([409, 'not_complete'])
  })

  it('an application is not sent without the declaration', async () => {
    const whole = await fillDraft(await world.as('mother01'))
    const { status, body } = await api.post(`/api/drafts/${whole}/submission`, {}, { cookie })
    expect([status, body.problems]).toEqual([422, [{ field: 'declared', code: 'declaration_missing' }]])
  })
})

describe('two windows with one draft', () => {
  const seenOf = async () => String((await api.get(`/api/drafts/${draft}/steps/child`, cookie)).body.seen)

  it('the older one does not overwrite the newer one: it is told, and both are shown', async () => {
    const seen = await seenOf()
    expect((await post('child', { 'child.name': '林小满', _seen: seen })).status).toBe(200)
    const older = await post('child', { 'child.name': '林小溪', _seen: seen })
    expect([older.status, older.body.refusal]).toEqual([409, 'changed_elsewhere'])
    expect((await stored())['child.name']).toBe('林小满')

    const form = await api.post(
      `/api/drafts/${draft}/steps/child`,
      { 'child.name': '林小溪', _seen: seen },
      { cookie, form: true },
    )
    expect(form.status).toBe(303)
    expect((await stored())['child.name']).toBe('林小满')
    // Drawn again with what stands there now, it may be saved.
    expect((await post('child', { 'child.name': '林小溪', _seen: await seenOf() })).status).toBe(200)
    expect((await stored())['child.name']).toBe('林小溪')
  })

  it('saying the same twice, or on another page, is no contradiction', async () => {
    const seen = await seenOf()
    await post('child', { 'child.name': '林小满', _seen: seen })
    expect((await post('child', { 'child.name': '林小满', _seen: seen })).status).toBe(200)
    const { body } = await api.get(`/api/drafts/${draft}/steps/parents`, cookie)
    const saved = await post('parents', { 'father.phone': '14000000002', _seen: String(body.seen) })
    expect(saved.status).toBe(200)
  })
})

it('a draft is changed by nobody else, and by no page of another site', async () => {
  const other = await api.signIn('mother02', readCity('db/city').accounts.demoPassword)
  const path = `/api/drafts/${draft}/steps/child`
  const stranger = await api.post(path, { 'child.name': '别人' }, { cookie: other })
  expect([stranger.status, stranger.body.refusal]).toEqual([404, 'not_found'])
  const foreign = await api.post(
    path,
    { 'child.name': '别人' },
    { cookie, headers: { origin: 'https://x.example' } },
  )
  expect([foreign.status, foreign.body.refusal]).toEqual([403, 'foreign_origin'])
  expect((await stored())['child.name']).not.toBe('别人')
})
