import { eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { consents } from '#db/schema/exchange.ts'
import { grants } from '#db/schema/exchange-grants.ts'
import { emergencies } from '#db/schema/exchange-objections.ts'
import { forgetConsent } from '#domain/exchange/consent-terms.ts'
import { subjectKey, useMatters, type LookupRequest, type Matter } from '#domain/exchange/index.ts'
import { reloadGrants } from '#domain/grants/index.ts'
import { asking, type Asking } from '#domain/perform.ts'
import { STRANGER, systemActor } from '#shared/access/actor.ts'
import {
  aboutPerson,
  answerWith,
  askFor,
  birthMatter,
  consentFor,
  found,
  loggedFor,
} from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

const ID = '349901199001010010'
let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** Asks, and expects that nobody was asked and the log says why. */
async function expectRefused(
  request: LookupRequest,
  fault: string,
  matter: Matter = birthMatter(),
  who?: Asking,
): Promise<void> {
  const calls = answerWith(() => found({ name: '林知夏' }))
  expect(await askFor(request, matter, who)).toMatchObject({ outcome: 'refused', fault, rows: [] })
  expect(calls).toEqual([])
  expect((await loggedFor(matter)).at(-1)).toMatchObject({ outcome: 'refused', fault, fields: [] })
}

async function revoke(id: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(consents).set({ revokedAt: 2 }).where(eq(consents.id, id))
  })
  forgetConsent(id)
}

describe('a consent', () => {
  it('allows what it names, for the draft it was given for, and no more', async () => {
    const matter = birthMatter()
    const id = await consentFor(matter.id, ['population'])
    const ground = { kind: 'consent', id } as const
    answerWith(() => found({ name: '林知夏' }))
    expect((await askFor(aboutPerson(ID, { ground }), matter)).outcome).toBe('found')
    await expectRefused(aboutPerson(ID, { ground }), 'no-consent')
    await expectRefused(
      aboutPerson(ID, { ground, resource: 'marriage', wants: ['certificateNo'] }),
      'no-consent',
      matter,
    )
    await expectRefused(aboutPerson(ID, { ground: { kind: 'consent', id: randomUUID() } }), 'no-consent')
  })

  it('allows the fields that were shown alone', async () => {
    const matter = birthMatter()
    const id = await consentFor(matter.id, ['population'], { population: ['address'] })
    const calls = answerWith(() => found({ name: '林知夏', address: '柳岸街道' }))
    const answer = await askFor(aboutPerson(ID, { ground: { kind: 'consent', id } }), matter)
    expect(answer.rows).toEqual([{ address: '柳岸街道' }])
    expect(calls[0]?.fields).toEqual(['address', 'residentId'])
  })

  it('allows nothing once withdrawn, not even what was kept, and lets go what comes afterwards', async () => {
    const matter = birthMatter()
    const id = await consentFor(matter.id, ['population', 'marriage'])
    const ground = { kind: 'consent', id } as const
    answerWith(() => found({ name: '林知夏' }))
    await askFor(aboutPerson(ID, { ground }), matter)
    answerWith(async () => {
      await revoke(id)
      return found({ certificateNo: 'J1' })
    })
    const inTheMiddle = aboutPerson(ID, { ground, resource: 'marriage', wants: ['certificateNo'] })
    expect(await askFor(inTheMiddle, matter)).toMatchObject({
      outcome: 'refused',
      fault: 'no-consent',
      rows: [],
    })
    expect((await loggedFor(matter)).at(-1)).toMatchObject({ outcome: 'refused', fields: [] })
    await expectRefused(aboutPerson(ID, { ground }), 'no-consent', matter)
  })
})

describe('the law', () => {
  it('must be named', async () => {
    await expectRefused(aboutPerson(ID, { ground: { kind: 'law', words: ' ' } }), 'no-consent')
  })

  it('is no ground for somebody who is not signed in', async () => {
    await expectRefused(aboutPerson(ID), 'not-in-hands', birthMatter(), asking(STRANGER))
  })
})

describe('a grant', () => {
  it('ends by itself on its last day, also for a look-up the same draft made before', async () => {
    const matter = birthMatter()
    answerWith(() => found({ name: '林知夏' }))
    const on = (iso: string) => asking(systemActor('test'), Date.parse(iso))
    expect((await askFor(aboutPerson(ID), matter, on('2027-12-31T23:59:00+08:00'))).outcome).toBe('found')
    await expectRefused(aboutPerson(ID), 'no-grant', matter, on('2028-01-01T00:00:00+08:00'))
  })

  it('that is suspended stops what it allowed as soon as it is known', async () => {
    const suspend = (state: 'active' | 'suspended', version: number) =>
      transaction(async (tx) => {
        await tx.update(grants).set({ state, version }).where(eq(grants.resource, 'population'))
      })
    answerWith(() => found({ name: '林知夏' }))
    expect((await askFor(aboutPerson(ID))).outcome).toBe('found')
    await suspend('suspended', 2)
    await reloadGrants()
    await expectRefused(aboutPerson(ID), 'no-grant')
    await suspend('active', 3)
    await reloadGrants()
    expect((await askFor(aboutPerson(ID))).outcome).toBe('found')
  })

  it('is needed for a resource, whatever the law says', async () => {
    await expectRefused(
      aboutPerson(ID, { resource: 'bank-accounts', params: { creditCode: 'x' } }),
      'no-grant',
    )
  })
})

describe('staff', () => {
  it('look up nobody outside a matter in their hands', async () => {
    const reviewer = await world.as('police')
    const matter = birthMatter({ kind: 'case' })
    const cameOf = () => Promise.resolve(false)
    useMatters({ inHands: () => Promise.resolve(false), cameOf })
    await expectRefused(aboutPerson(ID), 'not-in-hands', matter, reviewer)
    const inHands = (who: Asking, { id }: Matter) =>
      Promise.resolve(who.actor === reviewer.actor && id === matter.id)
    useMatters({ inHands, cameOf })
    answerWith(() => found({ name: '林知夏' }))
    expect((await askFor(aboutPerson(ID), matter, reviewer)).outcome).toBe('found')
    await expectRefused(aboutPerson(ID), 'not-in-hands', birthMatter({ kind: 'case' }), reviewer)
  })

  it('use an emergency once, as it was let pass: for this person, this resource, by who asked, in time', async () => {
    const reviewer = await world.as('police')
    if (reviewer.actor.kind !== 'staff') throw new Error('the reviewer is staff')
    const passed = {
      id: randomUUID(),
      unit: 'public-security',
      askedBy: reviewer.actor.id,
      resource: 'population',
      params: { residentId: ID },
      subject: subjectKey({ kind: 'person', key: ID }),
      reason: '走失老人',
      askedAt: reviewer.at,
      confirmedBy: 'another',
      state: 'confirmed' as const,
      decidedAt: reviewer.at,
      expiresAt: reviewer.at + 1_800_000,
      version: 1,
    }
    const late = { ...passed, id: randomUUID(), expiresAt: reviewer.at - 1 }
    const waiting = { ...passed, id: randomUUID(), state: 'asked' as const }
    await transaction(async (tx) => {
      await tx.insert(emergencies).values([passed, late, waiting])
    })
    const under = (id: string) => ({ ground: { kind: 'emergency', id } as const })
    const desk = birthMatter({ kind: 'desk' })
    await expectRefused(aboutPerson(ID, under(late.id)), 'no-consent', desk, reviewer)
    await expectRefused(aboutPerson(ID, under(waiting.id)), 'no-consent', desk, reviewer)
    const other = aboutPerson('349901199001010029', under(passed.id))
    await expectRefused(other, 'no-consent', desk, reviewer)
    await expectRefused(aboutPerson(ID, under(passed.id)), 'no-consent', desk, await world.as('civil'))
    answerWith(() => found({ name: '林知夏' }))
    expect((await askFor(aboutPerson(ID, under(passed.id)), desk, reviewer)).outcome).toBe('found')
    await expectRefused(
      aboutPerson(ID, under(passed.id)),
      'no-consent',
      birthMatter({ kind: 'desk' }),
      reviewer,
    )
  })
})
