import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blind, transaction } from '#db'
import { readCity } from '#db/city/load.ts'
import { consents } from '#db/schema/exchange.ts'
import { now } from '#domain/clock.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { openApi, type Api } from '../../support/api.ts'
import { newbornWithCertificate } from '../../support/newborn-with-certificate.ts'
import { configureApps } from '../../support/outside-app.ts'
import { askPortal, type Credentials, type Tampering } from '../../support/outside-client.ts'
import { openWorld, type World } from '../../support/world.ts'

const UNITS = ['maternity-hospital', 'public-security', 'medical-insurance']
const VALID = { validTo: '2027-12-31' }
const FETCHED = ['identifier', 'name', 'no', 'holder', 'face', 'file']

const given = configureApps([
  {
    key: 'province',
    returnTo: 'https://province.example/back',
    grants: [
      { service: 'case-state', fields: ['no', 'state', 'items'], of: UNITS, ...VALID },
      { service: 'certificate-verify', fields: ['result', 'name', 'holder'], ...VALID },
      { service: 'certificate-fetch', fields: FETCHED, of: ['birth-certificate'], ...VALID },
    ],
  },
  {
    key: 'old-bank',
    cipher: 'SM4-CBC-HMAC-SM3',
    grants: [
      { service: 'case-state', fields: ['no', 'state', 'applicant'], of: ['tax'], validTo: '2027-12-31' },
      { service: 'statistics', fields: ['sent'], validTo: '2026-11-22' },
    ],
  },
  { key: 'hasty', perMinute: 3, grants: [{ service: 'certificate-verify', fields: ['result'], ...VALID }] },
  { key: 'eager', perMinute: 3, grants: [{ service: 'certificate-verify', fields: ['result'], ...VALID }] },
])

let world: World
let api: Api
let no = ''
let identifier = ''
let serial = ''
let residentId = ''
let mother = ''

beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
  const who = await world.as('mother01')
  const born = await newbornWithCertificate(who)
  no = born.no
  identifier = born.identifier
  residentId = born.residentId
  mother = await api.signIn('mother01', readCity('db/city').accounts.demoPassword)
  serial = identifier.split('.').at(-3) ?? ''
})
afterAll(() => api.close())

function ask(app: string, service: string, params: Record<string, string>, tampering: Tampering = {}) {
  const credentials = given.get(app)
  if (!credentials) throw new Error(`no app ${app}`)
  const known: Credentials = { ...credentials, now }
  return askPortal(api.base, known, service, params, tampering)
}

async function newest() {
  const [row] = await lookupsAbout(blind(residentId))
  return row
}

describe('another system that asks the portal', () => {
  it('gets the progress of a case, signed, with the fields of its grant and no other', async () => {
    const requestId = randomUUID()
    const reply = await ask('province', 'case-state', { no }, { requestId, hash: 'sm3' })
    expect(reply).toMatchObject({ status: 200, code: '0', signed: true, requestId })
    expect(Object.keys(reply.list[0] ?? {}).sort()).toEqual(['items', 'no', 'state'])
    const items = reply.list[0]?.items as { name: string; state: string }[]
    expect(items.length).toBeGreaterThan(0)
    expect(JSON.stringify(reply.list)).not.toContain('林知夏')
  })

  it('stands in the log of whom it asked about', async () => {
    await ask('province', 'case-state', { no }, { fields: ['state'] })
    expect(await newest()).toMatchObject({
      resource: 'portal:case-state',
      matterKind: 'outside',
      matterNo: no,
      actorKind: 'app',
      actorId: 'province',
      groundKind: 'grant',
      fields: ['state'],
      outcome: 'found',
    })
    const { status, body } = await api.get('/api/my/data', mother)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('系统province')
  })

  it('learns nothing of a case in which its departments have no part', async () => {
    expect((await ask('old-bank', 'case-state', { no })).code).toBe('3001')
    expect((await ask('province', 'case-state', { no: 'B20260101000001' })).code).toBe('3001')
  })

  it('is refused what is not granted, or not any more', async () => {
    expect((await ask('old-bank', 'certificate-verify', { identifier })).code).toBe('2001')
    expect((await ask('province', 'nothing-such', {})).code).toBe('2001')
    expect((await ask('province', 'case-state', { no }, { fields: ['state', 'applicant'] })).code).toBe(
      '2002',
    )
    expect((await ask('old-bank', 'statistics', { month: '2026-10' })).code).toBe('2003')
  })

  it('is refused with a wrong signature, whatever was changed, and cannot tell why', async () => {
    for (const tampering of [
      { signature: 'AB'.repeat(32) },
      { body: '{"params":"","fields":["state"]}' },
      { path: '/exchange/v1/statistics' },
    ]) {
      expect(await ask('province', 'case-state', { no }, tampering)).toMatchObject({
        code: '1001',
        signed: false,
      })
    }
    const stranger: Credentials = { key: 'unknown', sign: 'x', seal: '', cipher: 'AES-256-GCM', now }
    const reply = await askPortal(api.base, { ...stranger, seal: 'A'.repeat(43) + '=' }, 'case-state', { no })
    expect(reply.code).toBe('1001')
  })

  it('is refused with a clock that is more than five minutes off', async () => {
    const at = (minutes: number) => ({ timestamp: String(now() + minutes * 60_000) })
    expect(await ask('province', 'case-state', { no }, at(-6))).toMatchObject({ code: '1002', signed: true })
    expect((await ask('province', 'case-state', { no }, at(6))).code).toBe('1002')
    expect((await ask('province', 'case-state', { no }, at(-4))).code).toBe('0')
  })

  it('cannot have a call replayed, also not by many at once', async () => {
    const nonce = 'ab'.repeat(16)
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => ask('province', 'case-state', { no }, { nonce })),
    )
    expect(codes.map(({ code }) => code).sort()).toEqual(['0', '1003', '1003', '1003', '1003'])
    expect((await ask('old-bank', 'case-state', { no }, { nonce })).code).toBe('3001')
  })

  it('must seal its parameters for this very call', async () => {
    const seal = Buffer.alloc(32, 7).toString('base64')
    const known = given.get('province')
    if (!known) throw new Error('no app')
    expect((await askPortal(api.base, { ...known, now, seal }, 'case-state', { no })).code).toBe('1004')
    expect((await ask('old-bank', 'case-state', { no: '../etc' })).code).toBe('1004')
  })

  it('is cut off when it sends more than a call can be', async () => {
    const response = await fetch(`${api.base}/exchange/v1/case-state`, {
      method: 'POST',
      body: 'x'.repeat(70_000),
    })
    expect(response.status).toBe(413)
  })

  it('may call so many times a minute and no more', async () => {
    // Eight calls fall into two minutes at most, of which each takes three.
    const replies = []
    for (let i = 0; i < 8; i += 1) replies.push(await ask('eager', 'certificate-verify', { identifier }))
    expect(replies.slice(0, 3).map(({ code }) => code)).toEqual(['0', '0', '0'])
    const limited = replies.filter(({ code }) => code === '4001')
    expect(limited.length).toBeGreaterThanOrEqual(2)
    for (const { status, signed, retryAfter } of limited) {
      expect({ status, signed }).toEqual({ status: 429, signed: true })
      expect(Number(retryAfter)).toBeGreaterThan(0)
    }
  })

  it('may not call more often by calling at once', async () => {
    const calls = Array.from({ length: 8 }, () => ask('hasty', 'certificate-verify', { identifier }))
    const replies = await Promise.all(calls)
    expect(replies.filter(({ code }) => code === '4001').length).toBeGreaterThanOrEqual(2)
  })
})

describe('certificates for other systems', () => {
  it('are checked by identifier, or by type and number; names are masked', async () => {
    const reply = await ask('province', 'certificate-verify', { identifier })
    expect(reply.list).toEqual([{ result: 'valid', name: expect.any(String), holder: '林**' }])
    const byNumber = await ask('province', 'certificate-verify', { type: 'birth-certificate', no: serial })
    expect(byNumber.list).toEqual(reply.list)
    expect((await newest())?.resource).toBe('portal:certificate-verify')
    expect((await ask('province', 'certificate-verify', { type: 'birth-certificate', no: '1' })).code).toBe(
      '3001',
    )
  })

  it('are fetched only under the holder’s consent to this system, which can be revoked', async () => {
    const params = { type: 'birth-certificate' }
    expect((await ask('province', 'certificate-fetch', params)).code).toBe('2004')
    expect((await ask('province', 'certificate-fetch', params, { consent: newId() })).code).toBe('2004')

    const asked = await api.get('/api/my/consents/asked?app=province&type=birth-certificate', mother)
    expect(asked.body).toMatchObject({ appName: '系统province', held: true, given: null })
    const agreed = await api.post('/api/my/consents', { app: 'province', ...params }, { cookie: mother })
    const consent = String(agreed.body.consent)
    const after = await api.get(
      `/api/my/consents/asked?app=province&type=birth-certificate&given=${consent}`,
      mother,
    )
    expect(after.body.given).toEqual({
      number: consent,
      back: `https://province.example/back?consent=${consent}`,
    })

    const reply = await ask('province', 'certificate-fetch', params, { consent })
    expect(reply.list).toHaveLength(1)
    expect(reply.list[0]).toMatchObject({ identifier, holder: '林知夏' })
    expect(reply.list[0]).not.toHaveProperty('holderId')
    expect(Buffer.from(String(reply.list[0]?.file), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(await newest()).toMatchObject({ groundKind: 'consent', ground: consent, fields: FETCHED })

    const { status } = await api.post(`/api/my/consents/${consent}/revocation`, {}, { cookie: mother })
    expect(status).toBe(200)
    expect((await ask('province', 'certificate-fetch', params, { consent })).code).toBe('2004')
    expect(await newest()).toMatchObject({ outcome: 'refused', fault: 'no-consent', fields: [] })
  })

  it('are not fetched under a consent to another system, to another type, or of long ago', async () => {
    const consentTo = async (app: string, type: string, givenAt: number) => {
      const id = newId()
      const code = `certificate:${type}`
      const personId = (await world.as('mother01')).actor
      if (personId.kind !== 'person') throw new Error('a person')
      await transaction(async (tx) => {
        await tx.insert(consents).values({
          id,
          personId: personId.id,
          purpose: `app:${app}`,
          resources: [code],
          fields: { [code]: ['no'] },
          shown: '…',
          givenAt,
          revokedAt: 0,
        })
      })
      return id
    }
    const fetchUnder = (consent: string) =>
      ask('province', 'certificate-fetch', { type: 'birth-certificate' }, { consent })
    const days = (count: number) => now() - count * DAY_MS
    expect((await fetchUnder(await consentTo('old-bank', 'birth-certificate', days(1)))).code).toBe('2004')
    expect((await fetchUnder(await consentTo('province', 'household-page', days(1)))).code).toBe('2004')
    expect((await fetchUnder(await consentTo('province', 'birth-certificate', days(31)))).code).toBe('2004')
    const narrow = await fetchUnder(await consentTo('province', 'birth-certificate', days(29)))
    expect(narrow.list).toEqual([{ no: serial }])
  })

  it('cannot be consented to for a system that has no such grant', async () => {
    const { status } = await api.post(
      '/api/my/consents',
      { app: 'old-bank', type: 'birth-certificate' },
      { cookie: mother },
    )
    expect(status).toBe(404)
  })
})
