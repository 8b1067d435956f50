import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkAfresh, presentItem, sendCase } from '#domain/cases/index.ts'
import { latestEntries } from '#domain/audit/index.ts'
import { revokeConsent, useConnectors } from '#domain/exchange/index.ts'
import { ownDraft, pickMatch } from '#domain/forms/index.ts'
import { changeGrant, grantFor } from '#domain/grants/index.ts'
import { look, perform } from '#domain/perform.ts'
import { read } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import { ExchangeError, type Answer, type Call } from '#server/connectors/exchange/connector.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { accept, decideOn, itemsOf, statesOf } from '../../support/desk.ts'
import { walkToCheck } from '../../support/walk.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useConnectors(connectorOf))

const SELF = {
  'situation.retirementBy': 'self',
  'situation.retirementKind': 'normal',
  'situation.deemedYears': 'no',
  'situation.takeFund': 'no',
  'situation.oneChild': 'no',
  'situation.medicalYears': 'auto',
}
const ITEM = 'household-check'

/** A register answers as the test wants from now on. */
function register(resource: string, answer: (call: Call) => Promise<Answer>): void {
  const ask = (call: Call) => (call.resource === resource ? answer(call) : cityConnector.ask(call))
  useConnectors(() => ({ connector: { ...cityConnector, ask }, route: {} }))
}

const population = (answer: (call: Call) => Promise<Answer>) => register('population', answer)

/** There are two households: the one that is registered, and another one. */
const twoHouseholds =
  (no: string) =>
  async (call: Call): Promise<Answer> => {
    const { rows, updatedAt } = await cityConnector.ask(call)
    return { rows: [...rows, ...rows.map((row) => ({ ...row, no }))], updatedAt }
  }

async function saysElse(call: Call): Promise<Answer> {
  const { rows, updatedAt } = await cityConnector.ask(call)
  return { rows: rows.map((row) => ({ ...row, birthDate: '1969-02-03' })), updatedAt }
}

const isDown = () => Promise.reject(new ExchangeError('unreachable', 'down'))

/** Sends an application; what follows is not done yet. */
async function apply(): Promise<{ no: string; draft: string }> {
  const who = await world.as('retiree')
  const draft = await walkToCheck(who, 'retirement', SELF)
  return { draft, ...(await perform(who, (act) => sendCase(act, { draft }))) }
}

async function check(no: string, note = ''): Promise<void> {
  const item = (await itemsOf(no))[ITEM]?.id ?? ''
  await checkAfresh(await world.as('police'), { item, decision: 'grant', note })
}

async function atDesk(no: string, code: string) {
  const item = (await itemsOf(no))[ITEM]?.id ?? ''
  const { facts } = await look(await world.as('police'), (reading) => presentItem(reading, { item }))
  return facts.find(({ element }) => element === code)
}

const birthDateAtDesk = (no: string) => atDesk(no, 'retiree.birthDate')

describe('what decides an item', () => {
  it('is looked up afresh: a rule grants when the registers say the same', async () => {
    const { no } = await apply()
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('granted')
  })

  it('is left to a person when a register says otherwise, who is told both values and then decides with a reason', async () => {
    const { no } = await apply()
    population(saysElse)
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('received')
    const entries = await latestEntries(read(), 5000)
    expect(entries.some(({ verb }) => verb === 'cases.leaveToPerson')).toBe(true)
    expect(await birthDateAtDesk(no)).toMatchObject({ afresh: { outcome: 'differs' } })
    await accept(world, no)
    expect((await statesOf(no))[ITEM]).toBe('reviewing')
    const refused = {
      code: 'invalid_input',
      detail: { problems: [{ field: 'note', code: 'register_differs' }] },
    }
    await expect(check(no)).rejects.toMatchObject(refused)
    await check(no, '原始档案已核对，登记有误')
    await decideOn(world, 'police', no, ITEM)
    expect((await statesOf(no))[ITEM]).toBe('granted')
  })

  it('shows a reviewer who did not know yet what the register says, before a reason counts', async () => {
    const { no } = await apply()
    population(isDown)
    await world.runJobs()
    await accept(world, no)
    population(saysElse)
    await expect(check(no, '同意')).rejects.toMatchObject({ code: 'invalid_input' })
    await check(no, '原始档案已核对')
    useConnectors(connectorOf)
    await check(no)
    expect(await birthDateAtDesk(no)).not.toHaveProperty('afresh')
  })

  it('is left to a person when the register cannot be asked, who may go on with a reason', async () => {
    const { no } = await apply()
    population(isDown)
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('received')
    await accept(world, no)
    const refused = { detail: { problems: [{ field: 'note', code: 'register_silent' }] } }
    await expect(check(no)).rejects.toMatchObject(refused)
    await check(no, '已电话核实')
  })

  it('is never looked up under the grant of another department', async () => {
    const [grant] = grantFor('population', [ITEM], dayOf(world.now()))
    const change = async (decision: 'suspend' | 'resume') =>
      perform(await world.as('data'), (act) =>
        changeGrant(act, { grant: grant?.id ?? '', decision, note: '正在核查用途' }),
      )
    await change('suspend')
    const { no } = await apply()
    await world.runJobs()
    await change('resume')
    const rows = await read().select().from(lookupLog).where(eq(lookupLog.matterNo, no))
    const asked = rows.filter(({ item, resource }) => item === ITEM && resource === 'population')
    expect(asked).toMatchObject([{ outcome: 'refused', fault: 'no-grant', fields: [] }])
    expect((await statesOf(no))[ITEM]).toBe('received')
  })

  it('is not looked up under a consent that was withdrawn: a person decides', async () => {
    const { no, draft } = await apply()
    const who = await world.as('retiree')
    const { row } = await look(who, (reading) => ownDraft(reading, draft))
    await perform(who, (act) => revokeConsent(act, row.content.consentId ?? ''))
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('received')
    const fact = await birthDateAtDesk(no)
    expect(fact?.value).not.toBe('')
    // No register is to blame.
    expect(fact).toMatchObject({ afresh: { outcome: 'withdrawn' } })
    await accept(world, no)
    const refused = { detail: { problems: [{ field: 'note', code: 'register_withdrawn' }] } }
    await expect(check(no)).rejects.toMatchObject(refused)
    await check(no, '已当面核对证件')
  })

  it('is left to a person who reads that several are registered, when they say different things', async () => {
    const { no } = await apply()
    population(async (call) => {
      const [one, other] = [await cityConnector.ask(call), await saysElse(call)]
      return { rows: [...one.rows, ...other.rows], updatedAt: one.updatedAt }
    })
    await world.runJobs()
    expect(await birthDateAtDesk(no)).toMatchObject({ afresh: { outcome: 'several', value: '' } })
  })

  it('is left to a person who reads what is registered, when it cannot be used', async () => {
    const { no } = await apply()
    population(async (call) => {
      const { rows, updatedAt } = await cityConnector.ask(call)
      return { rows: rows.map((row) => ({ ...row, birthDate: '不详' })), updatedAt }
    })
    await world.runJobs()
    const fact = await birthDateAtDesk(no)
    expect(fact).toMatchObject({ afresh: { outcome: 'unusable' } })
    expect(fact?.afresh?.value).toContain('不')
  })
})

describe('of several matches the one that the applicant picked', () => {
  async function applyWithPick(): Promise<string> {
    register('household', twoHouseholds('349100777'))
    const who = await world.as('retiree')
    const draft = await walkToCheck(who, 'retirement', SELF)
    await pickMatch(who, { draft, key: 'household.3', step: 'registered', match: '1' })
    return (await perform(who, (act) => sendCase(act, { draft }))).no
  }

  it('is compared with what decides: it is granted while it is registered as it was', async () => {
    const no = await applyWithPick()
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('granted')
  })

  it('is left to a person when it is not registered any more', async () => {
    const no = await applyWithPick()
    register('household', twoHouseholds('349100778'))
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('received')
    expect(await atDesk(no, 'retiree.householdNo')).toMatchObject({ afresh: { outcome: 'gone' } })
  })
})
