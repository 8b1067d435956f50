import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { cases } from '#db/schema/cases.ts'
import { appNonces } from '#db/schema/exchange-figures.ts'
import { now } from '#domain/clock.ts'
import { handleNonces } from '#domain/provider/index.ts'
import { newId } from '#shared/id.ts'
import { openApi, type Api } from '../../support/api.ts'
import { configureApps } from '../../support/outside-app.ts'
import { askPortal } from '../../support/outside-client.ts'
import { openWorld } from '../../support/world.ts'

const given = configureApps([
  {
    key: 'planning',
    grants: [{ service: 'statistics', fields: ['lifeEvent', 'sent', 'closed'], validTo: '2027-12-31' }],
  },
])

let api: Api
beforeAll(async () => {
  await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

function figuresOf(month: string) {
  const credentials = given.get('planning')
  if (!credentials) throw new Error('no such app')
  return askPortal(api.base, { ...credentials, now }, 'statistics', { month })
}

describe('figures for other systems', () => {
  it('hold back what tells of few people, and give whole past months only', async () => {
    const sent = (lifeEvent: string, count: number, closed: number) =>
      Array.from({ length: count }, (_, i) => ({
        id: newId(),
        no: `T${lifeEvent}${i}`,
        lifeEvent,
        bundleId: newId(),
        applicantId: newId(),
        content: { facts: {}, files: {}, consentId: null, correcting: [] },
        state: i < closed ? ('closed' as const) : ('in-progress' as const),
        sentAt: Date.parse('2026-10-15T10:00:00+08:00'),
        closedAt: i < closed ? Date.parse('2026-10-20T10:00:00+08:00') : 0,
        version: 1,
      }))
    await transaction(async (tx) => {
      await tx
        .insert(cases)
        .values([...sent('newborn', 12, 7), ...sent('retirement', 4, 2), ...sent('utilities', 9, 8)])
    })
    const { list } = await figuresOf('2026-10')
    expect(list).toEqual([
      { lifeEvent: 'newborn', sent: 12, closed: 7 },
      { lifeEvent: 'retirement', sent: null, closed: null },
      { lifeEvent: 'utilities', sent: 9, closed: null },
    ])
    expect((await figuresOf('2026-11')).code).toBe('3001')
    expect((await figuresOf('2026-13')).code).toBe('1004')
  })
})

describe('nonces', () => {
  it('are forgotten once no call could use them again', async () => {
    await handleNonces({}, now())
    expect((await read().select().from(appNonces)).length).toBeGreaterThan(0)
    await handleNonces({}, now() + 16 * 60_000)
    expect(await read().select().from(appNonces)).toEqual([])
  })
})
