import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkAfresh, presentItem, sendCase } from '#domain/cases/index.ts'
import { latestEntries } from '#domain/audit/index.ts'
import { revokeConsent, useConnectors } from '#domain/exchange/index.ts'
import { ownDraft } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import { read } from '#db'
import { cityConnector } from '#server/connectors/exchange/city.ts'
import { connectorOf } from '#server/connectors/exchange/connectors.ts'
import { ExchangeError, type Answer, type Call } from '#server/connectors/exchange/connector.ts'
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

/** The register of people answers as the test wants from now on. */
function population(answer: (call: Call) => Promise<Answer>): void {
  const ask = (call: Call) => (call.resource === 'population' ? answer(call) : cityConnector.ask(call))
  useConnectors(() => ({ connector: { ...cityConnector, ask }, route: {} }))
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

async function birthDateAtDesk(no: string) {
  const item = (await itemsOf(no))[ITEM]?.id ?? ''
  const { facts } = await look(await world.as('police'), (reading) => presentItem(reading, { item }))
  return facts.find(({ element }) => element === 'retiree.birthDate')
}

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

  it('is not looked up under a consent that was withdrawn: a person decides', async () => {
    const { no, draft } = await apply()
    const who = await world.as('retiree')
    const { row } = await look(who, (reading) => ownDraft(reading, draft))
    await perform(who, (act) => revokeConsent(act, row.content.consentId ?? ''))
    await world.runJobs()
    expect((await statesOf(no))[ITEM]).toBe('received')
    expect((await birthDateAtDesk(no))?.value).not.toBe('')
  })
})
