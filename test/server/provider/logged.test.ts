import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blind, read } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import { now } from '#domain/clock.ts'
import { lookupsAbout } from '../../support/registers-of-test.ts'
import { openApi, type Api } from '../../support/api.ts'
import { newbornWithCertificate } from '../../support/newborn-with-certificate.ts'
import { configureApps } from '../../support/outside-app.ts'
import { askPortal, type Tampering } from '../../support/outside-client.ts'
import { openWorld } from '../../support/world.ts'

const VALID = { validTo: '2027-12-31' }
const STATE = { service: 'case-state' as const, fields: ['no', 'state'], ...VALID }

const given = configureApps([
  { key: 'province', grants: [{ ...STATE, of: ['public-security'] }] },
  { key: 'old-bank', grants: [{ ...STATE, of: ['tax'] }] },
  { key: 'nobody', grants: [] },
])

let api: Api
let no = ''
let identifier = ''
let residentId = ''

beforeAll(async () => {
  const world = await openWorld()
  api = await openApi()
  const who = await world.as('mother01')
  const born = await newbornWithCertificate(who)
  no = born.no
  identifier = born.identifier
  residentId = born.residentId
})
afterAll(() => api.close())

async function ask(app: string, service: string, params: Record<string, string>, tampering: Tampering = {}) {
  const credentials = given.get(app)
  if (!credentials) throw new Error(`no app ${app}`)
  return askPortal(api.base, { ...credentials, now }, service, params, tampering)
}

describe('a call of another system', () => {
  it('is in the log once it got past limit and nonce, whatever became of it', async () => {
    const logged = async (
      app: string,
      service: string,
      tampering: Tampering,
      params: Record<string, string>,
    ) => {
      const requestId = randomUUID()
      const { code } = await ask(app, service, params, { ...tampering, requestId })
      const rows = await read().select().from(lookupLog).where(eq(lookupLog.matterId, requestId))
      expect(rows).toHaveLength(1)
      const { resource, outcome, fault, asked } = rows[0] ?? {}
      return [code, resource, outcome, fault, asked?.join()]
    }
    const none = { fields: ['\u0000', 'state', 'secret'] }
    expect(
      await Promise.all([
        logged('province', 'nothing-such', {}, {}),
        logged('province', 'case-state', { seal: Buffer.alloc(32, 7).toString('base64') }, { no }),
        logged('province', 'case-state', none, { no }),
      ]),
    ).toEqual([
      ['2001', 'portal:unknown', 'refused', 'no-grant', ''],
      ['1004', 'portal:case-state', 'refused', 'provider-refused', ''],
      ['2002', 'portal:case-state', 'refused', 'no-grant', 'state'],
    ])
  })

  it('is seen by whom it asked about, also when it was refused', async () => {
    const tried = async (
      app: string,
      service: string,
      params: Record<string, string>,
      more: Tampering = {},
    ) => {
      const requestId = randomUUID()
      const { code } = await ask(app, service, params, { ...more, requestId })
      const [row] = await lookupsAbout(blind(residentId))
      expect(row?.matterId).toBe(requestId)
      return [code, row?.outcome, row?.fault, row?.matterNo]
    }
    expect(await tried('old-bank', 'case-state', { no })).toEqual(['3001', 'refused', 'no-grant', no])
    expect(await tried('nobody', 'case-state', { no })).toEqual(['2001', 'refused', 'no-grant', no])
    const more = { fields: ['applicant'] }
    expect(await tried('province', 'case-state', { no }, more)).toEqual(['2002', 'refused', 'no-grant', no])
    expect(await tried('nobody', 'certificate-verify', { identifier })).toEqual([
      '2001',
      'refused',
      'no-grant',
      '',
    ])
  })
})
