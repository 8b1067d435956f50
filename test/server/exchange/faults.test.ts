import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import { catalog } from '#domain/catalog/index.ts'
import { revokeConsent } from '#domain/exchange/index.ts'
import { arrived } from '#domain/forms/coming.ts'
import { decideConsent, presentStep, saveAndLook, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import type { StepView } from '#shared/forms/view.ts'
import { startGatewayServer, type GatewayFault } from '../../support/gateway-server.ts'
import { bundle } from '../../support/published.ts'
import { fillDraft, TYPED } from '../../support/newborn.ts'
import { setFault } from '../../support/registers.ts'
import { testAuthority } from '../../support/test-certificates.ts'
import { typedOn } from '../../support/walk.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'
import { startXroadServer, XROAD_SERVICE, type XroadFault } from '../../support/xroad-server.ts'

/*
 * docs/exchange-faults.md, line by line, the whole way: a provider behaves badly while an application is filled in, and
 * whoever applies gets a page in time on which the rest is filled in and this is asked of them.
 */

/** Each resource and something that only it tells. */
const TELLS = {
  marriage: 'marriage.certificateNo',
  birth: 'child.gender',
  household: 'household.no',
  'medical-insurance': 'mother.insuranceStatus',
} as const
type Told = keyof typeof TELLS

/** Answers with which all four are asked. */
const ANSWERS = { 'situation.extras': ['maternity-reimbursement'], 'situation.costSettled': 'no' }

/** Nobody waits longer for a page, however badly providers behave. */
const BUDGET_MS = 3500

/** Whom a son asks about. */
const WORKER = {
  'retiree.name': '祝秋月',
  'retiree.residentId': '349901197603209027',
  'retiree.phone': '14009200008',
}
const EMPLOYER = { ...fullestAnswers(bundle('retirement')), 'situation.retirementBy': 'employer' }

/** When the other tests are. */
const NOON = '2026-11-23T10:00:00+08:00'

/** What the registers would have told of her child. */
const DAUGHTER = { 'child.gender': 'female', 'household.relationToHead': 'daughter' }

const foreign = testAuthority('Somebody else').issue('gateway')
const authority = testAuthority('Whom we trust').certificate
const gateway = await startGatewayServer()
const impostor = await startGatewayServer({ name: 'impostor', tls: { ...foreign, authority } })
const xroad = await startXroadServer()

const config = {
  connectors: [{ name: 'city', kind: 'city' }, gateway.config, impostor.config, xroad.config],
  routes: [
    { resource: 'marriage', connector: 'gateway', deadlineMs: 700 },
    { resource: 'birth', connector: 'xroad', service: XROAD_SERVICE, deadlineMs: 700 },
    { resource: 'household', connector: 'gateway', deadlineMs: 700 },
    { resource: 'medical-insurance', connector: 'impostor' },
    { resource: '*', connector: 'city' },
  ],
}

let world: World
beforeAll(async () => {
  const file = join(process.env.DATA_DIR ?? '', 'exchange.json')
  writeFileSync(file, JSON.stringify(config))
  Object.assign(process.env, gateway.env, impostor.env, xroad.env, { EXCHANGE_CONFIG: file })
  world = await openWorld()
})
afterAll(async () => {
  await Promise.all([gateway.close(), impostor.close(), xroad.close()])
})

/** A mother agrees that registers are asked, while one of them behaves badly. */
async function agreeing(login = 'mother01') {
  const who = await world.as(login)
  const draft = await fillDraft(who, ANSWERS, 'agree', 'consent')
  const from = performance.now()
  const { next } = await decideConsent(who, { draft, decision: 'agree' })
  return { who, draft, next, ms: performance.now() - from }
}

async function pageOf(who: Asking, draft: string, step: string) {
  const view = await look(who, (reading) => presentStep(reading, { draft, step }))
  return {
    known: view.facts.map(({ element }) => element),
    asked: view.fields.map(({ name }) => name),
  }
}

/** Goes on to the page of materials, typing what is asked: what was known and what was asked, by element. */
async function goOn(who: Asking, draft: string, next: string) {
  const views: StepView[] = []
  for (let step = next; step !== 'materials';) {
    const view = await look(who, (reading) => presentStep(reading, { draft, step }))
    views.push(view)
    const typed = typedOn(view, dayOf(who.at), { ...TYPED, ...DAUGHTER })
    const saved = await saveAndLook(who, { draft, step, ...typed })
    expect(saved.problems).toEqual([])
    step = saved.next
  }
  return {
    known: views.flatMap(({ facts }) => facts.map(({ element }) => element)),
    asked: views.flatMap(({ fields }) => fields.map(({ name }) => name)),
    unavailable: views.flatMap((view) => view.unavailable),
  }
}

/** How the look-ups of a draft ended, in the names of all departments they were made for. */
async function logOf(draft: string) {
  return read().select().from(lookupLog).where(eq(lookupLog.matterId, draft)).orderBy(lookupLog.id)
}

/** Nothing came of one resource, which is asked of the person; all others filled in what they know. */
async function expectWithout(resource: Told, fault: ExchangeFault): Promise<void> {
  const { who, draft, next, ms } = await agreeing()
  expect(ms).toBeLessThan(BUDGET_MS + 500)
  const { known, asked, unavailable } = await goOn(who, draft, next)
  const others = Object.values(TELLS).filter((element) => element !== TELLS[resource])
  expect(known).not.toContain(TELLS[resource])
  expect(asked).toContain(TELLS[resource])
  expect(known).toEqual(expect.arrayContaining(others.filter((element) => element !== IMPOSTORS)))
  expect(unavailable).toContain(catalog().one('resource', resource).name.zh)
  const rows = (await logOf(draft)).filter((row) => row.resource === resource)
  expect(rows.filter(({ cached }) => !cached)).toHaveLength(1)
  for (const row of rows) expect(row).toMatchObject({ outcome: 'unavailable', fault, fields: [] })
  expect(rows.every(({ answeredAt }) => answeredAt > 0)).toBe(true)
}

/** Only ever told by the impostor, so never. */
const IMPOSTORS = TELLS['medical-insurance']

type Line<Fault> = [what: string, does: Fault, resource: Told, logged: ExchangeFault]

const GATEWAY: Line<GatewayFault>[] = [
  ['a page of HTML', 'html', 'marriage', 'bad-answer'],
  ['half a JSON', 'half-json', 'household', 'bad-answer'],
  ['rows that are none', 'odd-rows', 'marriage', 'bad-answer'],
  ['fifty megabytes', 'huge', 'household', 'too-big'],
  ['a wrong signature', 'wrong-signature', 'marriage', 'bad-signature'],
  ['no signature', 'unsigned', 'household', 'bad-signature'],
  ['an old timestamp', 'old-timestamp', 'marriage', 'stale'],
  ['the answer to somebody else’s request', 'other-request', 'household', 'wrong-request'],
  ['a redirect to another host', 'redirect', 'marriage', 'redirected'],
  ['one byte after the other', 'drip', 'household', 'timeout'],
  ['nothing', 'silent', 'marriage', 'timeout'],
  ['half an answer, and goes down', 'dies', 'household', 'unreachable'],
  ['that our clock is wrong by ten minutes', 'clock-ahead', 'marriage', 'stale'],
  ['that the subscription has expired', 'code-2003', 'household', 'not-granted'],
]

const XROAD: Line<XroadFault>[] = [
  ['a page of HTML', 'html', 'birth', 'bad-answer'],
  ['half a JSON', 'half-json', 'birth', 'bad-answer'],
  ['fifty megabytes', 'huge', 'birth', 'too-big'],
  ['no hash of the request', 'no-hash', 'birth', 'bad-signature'],
  ['the answer to somebody else’s request', 'other-request', 'birth', 'wrong-request'],
  ['a redirect to another host', 'redirect', 'birth', 'redirected'],
  ['one byte after the other', 'drip', 'birth', 'timeout'],
  ['half an answer, and goes down', 'dies', 'birth', 'unreachable'],
  ['a fault of the exchange', 'X-Road:Server.ClientProxy.NetworkError', 'birth', 'exchange-failed'],
  ['a fault of its own', 'status-500', 'birth', 'provider-failed'],
]

describe('when a gateway answers', () => {
  it.each(GATEWAY)('%s, nothing of it is filled in and the page asks', async (_, fault, resource, logged) => {
    gateway.setFault(fault, resource)
    try {
      await expectWithout(resource, logged)
    } finally {
      gateway.setFault(null, resource)
    }
  })

  it('with a certificate that we do not trust, it is not even asked', async () => {
    await expectWithout('medical-insurance', 'untrusted')
    expect(impostor.asked()).toBe(0)
  })
})

describe('when an X-Road answers', () => {
  it.each(XROAD)('%s, nothing of it is filled in and the page asks', async (_, fault, resource, logged) => {
    xroad.setFault(fault, resource)
    try {
      await expectWithout(resource, logged)
    } finally {
      xroad.setFault(null, resource)
    }
  })
})

describe('when a register behind a gateway', () => {
  it('is closed for maintenance, the page says so and asks', async () => {
    setFault('household', 'maintenance')
    await expectWithout('household', 'maintenance')
    setFault('household', null)
  })

  it.each(['no-data', 'dirty', 'several'] as const)(
    'answers with %s, that is no “no” and no fault: nothing is filled in and the page asks',
    async (kind) => {
      setFault('household', kind)
      const { who, draft, next } = await agreeing('mother03')
      setFault('household', null)
      const { known, asked, unavailable } = await goOn(who, draft, next)
      expect(known).not.toContain(TELLS.household)
      expect(asked).toContain(TELLS.household)
      expect(unavailable).not.toContain(catalog().one('resource', 'household').name.zh)
      const row = (await logOf(draft)).find(({ resource }) => resource === 'household')
      const outcome = { 'no-data': 'not-found', dirty: 'found', several: 'several' }[kind]
      expect(row).toMatchObject({ outcome, fault: '' })
    },
  )
})

describe('when it is no longer allowed', () => {
  it('because the consent is withdrawn before sending, what rests on it is asked and nobody else is', async () => {
    const { who, draft, next } = await agreeing('mother02')
    // What the first answers made possible was asked too, with nobody waiting for it.
    await arrived(draft)
    const before = await logOf(draft)
    const consent = before.find(({ groundKind }) => groundKind === 'consent')?.ground ?? ''
    await perform(who, (act) => revokeConsent(act, consent))
    await world.runJobs()
    // They are asked once more, and stay with it.
    await decideConsent(who, { draft, decision: 'decline' })
    const { known, asked } = await goOn(who, draft, next)
    for (const element of Object.values(TELLS)) {
      expect(known).not.toContain(element)
      expect(asked).toContain(element)
    }
    const after = (await logOf(draft)).slice(before.length)
    expect(
      after.filter(({ groundKind, outcome }) => groundKind === 'consent' && outcome !== 'refused'),
    ).toEqual([])
  })

  it('because the grants end between two pages, nobody is asked any more and the page asks', async () => {
    world.at('2027-12-31T23:00:00+08:00')
    const personnel = await world.as('personnel')
    const { draft } = await perform(personnel, (act) =>
      startDraft(act, { lifeEvent: 'retirement', fresh: true, ...EMPLOYER }),
    )
    await decideConsent(personnel, { draft, decision: 'agree' })
    world.at('2028-01-01T01:00:00+08:00')
    const later = await world.as('personnel')
    const { next } = await saveAndLook(later, { draft, step: 'retiree', ...WORKER })
    expect(next).not.toBe('retiree')
    const rows = (await logOf(draft)).filter(({ at }) => at === later.at)
    expect(rows.length).toBeGreaterThan(0)
    for (const { outcome, fault, fields } of rows)
      expect({ outcome, fault, fields }).toEqual({ outcome: 'refused', fault: 'no-grant', fields: [] })
    const { known, asked } = await pageOf(later, draft, next)
    expect(known.filter((element) => /^(?:pension|employer|medical)\./u.test(element))).toEqual([])
    expect(asked.length).toBeGreaterThan(0)
    world.at(NOON)
  })
})
