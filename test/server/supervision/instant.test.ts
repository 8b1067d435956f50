import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { read } from '#db'
import { certificates } from '#db/schema/certificates.ts'
import { ownCertificates } from '#domain/certificates/index.ts'
import { look, perform } from '#domain/perform.ts'
import { checkDecision, readChecks, readHold, useSupervision } from '#domain/supervision/index.ts'
import type { WorkRow } from '#domain/work/index.ts'
import { headOf, itemsOf } from '../../support/desk.ts'
import { applyWalk, eventsOf, kindsOfDocuments, makeMove, toldOf } from '../../support/law.ts'
import { WALKS } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

const EVENT = 'bereavement'
const LOGIN = WALKS.find(({ event }) => event === EVENT)?.login ?? ''

let world: World
let no: string
let item: WorkRow
beforeAll(async () => {
  world = await openWorld()
  useSupervision({
    riskDays: 1,
    spotChecks: { rulePercent: 100, personPercent: 0, answerDays: 5 },
    promises: { checkDays: 40, withheldDays: 365 },
  })
  no = await applyWalk(world, EVENT)
  const items = Object.values(await itemsOf(no))
  const granted = items.find(({ topic, state }) => topic === 'death-certificate' && state === 'granted')
  if (!granted)
    throw new Error(
      `nothing was granted by rule: ${items.map((each) => `${each.topic} ${each.state}`).join()}`,
    )
  item = granted
}, 120_000)

const checkOfItem = async (login: string) =>
  (await look(await world.as(login), readChecks)).open.find(({ href }) => href.endsWith(item.id))

const ordersFor = async (login: string) =>
  (await look(await world.as(login), (reading) => readHold(reading, { item: item.id }))).orders

describe('what a rule granted (秒批)', () => {
  it('was accepted, decided and issued within a minute, and says why', async () => {
    const events = await eventsOf(item.id)
    const grant = events.find(({ move }) => move === 'grant')
    expect(grant?.by).toBe('system')
    expect(grant?.data).toMatchObject({ judgement: { verdict: 'yes' } })
    const [first, last] = [events[0], events.at(-1)]
    expect((last?.at ?? Infinity) - (first?.at ?? 0)).toBeLessThan(60_000)
  })

  it('is drawn for a person, who may find it wrong; that orders its revocation', async () => {
    const check = await checkOfItem('supervisor')
    expect(check).toMatchObject({ kind: 'drawn', decidedBy: 'rule', mayCheck: true })
    await perform(await world.as('supervisor'), (act) =>
      checkDecision(act, { check: check?.id ?? '', result: 'wrong', reason: '死亡日期登记有误' }),
    )
    expect(await ordersFor(headOf(item.unit))).toMatchObject([{ kind: 'revoke', reason: '死亡日期登记有误' }])
  })

  it('is not revoked without reasons, nor by whoever is not the head', async () => {
    await expect(
      makeMove(world, headOf(item.unit), item.id, { decision: 'revoke', note: '' }),
    ).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(
      makeMove(world, 'police-head', item.id, { decision: 'revoke', note: '死亡日期登记有误' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect((await itemsOf(no))[item.topic]?.state).toBe('granted')
  })

  it('is undone lawfully: state, document, certificate, applicant told, order answered', async () => {
    const [issued] = await read().select().from(certificates).where(eq(certificates.workId, item.id))
    const held = async () =>
      (await look(await world.as(LOGIN), ownCertificates)).filter(
        ({ identifier }) => identifier === issued?.identifier,
      )
    expect(await held()).toMatchObject([{ state: 'valid' }])
    await makeMove(world, headOf(item.unit), item.id, {
      decision: 'revoke',
      note: '死亡日期登记有误，依法撤销',
    })
    expect((await itemsOf(no))[item.topic]?.state).toBe('revoked')
    expect(await kindsOfDocuments(no)).toContain('revocation')
    expect(await held()).toMatchObject([{ state: 'revoked' }])
    expect(await toldOf(world, LOGIN, no)).toContain('case_revoked')
    expect(await ordersFor(headOf(item.unit))).toEqual([])
    expect((await eventsOf(item.id)).findLast(({ move }) => move === 'revoke')?.note).toContain('依法撤销')
    await expect(
      makeMove(world, headOf(item.unit), item.id, { decision: 'revoke', note: '再次撤销这一决定' }),
    ).rejects.toMatchObject({ code: 'move_not_possible' })
  })
})
