import { beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeAlert, board } from '#domain/exchange/index.ts'
import {
  answerSubscription,
  changeGrant,
  grantFor,
  handleGrantsTick,
  readSubscription,
  reviewSubscription,
  subscribe,
  withdrawSubscription,
} from '#domain/grants/index.ts'
import { look, perform } from '#domain/perform.ts'
import { read } from '#db'
import { exchangeAlerts } from '#db/schema/exchange-figures.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

const ITEM = 'credit-repair-application'
const ASKED = ['name', 'address', 'birthDate']

/** The development and reform commission asks for facts of the population register. */
async function apply(resource = 'population', fields = ASKED, validTo = '2027-06-30'): Promise<string> {
  const who = await world.as('credit-office-data')
  const { no } = await perform(who, (act) =>
    subscribe(act, {
      resource,
      items: [ITEM],
      fields,
      basis: '《企业信息公示暂行条例》第十条',
      scenario: '核对申请人身份',
      purpose: '免交身份证明',
      frequency: 200,
      validTo,
    }),
  )
  return no
}

async function review(no: string, decision: 'approve' | 'forward' | 'reject', fields = ASKED, note = '') {
  return perform(await world.as('data'), (act) => reviewSubscription(act, { no, decision, fields, note }))
}

async function answer(
  no: string,
  decision: 'agree' | 'decline',
  fields = ASKED,
  note = '',
  login = 'police-data',
) {
  return perform(await world.as(login), (act) => answerSubscription(act, { no, decision, fields, note }))
}

async function view(no: string, login = 'credit-office-data') {
  return look(await world.as(login), (reading) => readSubscription(reading, { no }))
}

function granted(day = '2026-11-23') {
  return grantFor('population', [ITEM], day).flatMap(({ fields }) => fields)
}

describe('an application for a resource that is shared under conditions', () => {
  test('is looked through in two working days, answered in five, and granted field by field', async () => {
    const no = await apply()
    expect(await view(no)).toMatchObject({ state: 'applied', dueDay: '2026-11-25', moves: ['withdraw'] })
    await review(no, 'forward', ['name', 'address'])
    expect(await view(no, 'police-data')).toMatchObject({
      state: 'provider-review',
      dueDay: '2026-11-30',
      moves: ['agree', 'decline'],
    })
    expect(granted()).toEqual([])
    await answer(no, 'agree', ['name'])
    expect(granted()).toEqual(['name'])
    const { fields, grants } = await view(no)
    expect(fields.filter(({ approved }) => approved).map(({ field }) => field)).toEqual(['name'])
    expect(grants).toMatchObject([{ unit: { code: 'development-reform' }, state: 'active' }])
  })

  test('cannot be approved by the data office over the provider', async () => {
    const no = await apply()
    await expect(review(no, 'approve')).rejects.toMatchObject({ code: 'move_not_possible' })
  })

  test('is rejected with a reason only, and grants nothing', async () => {
    const no = await apply()
    const before = granted()
    await review(no, 'forward')
    await expect(answer(no, 'decline')).rejects.toMatchObject({ code: 'invalid_input' })
    await answer(no, 'decline', [], '不属于最小必要范围')
    const { state, events } = await view(no)
    expect(state).toBe('rejected')
    expect(events.at(-1)).toMatchObject({ move: 'decline', note: '不属于最小必要范围' })
    expect(granted()).toEqual(before)
  })

  test('gives no more fields than the data office let pass', async () => {
    const no = await apply()
    await review(no, 'forward', ['name'])
    await expect(answer(no, 'agree', ['name', 'birthDate'])).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ field: 'fields', code: 'not_an_option' }] },
    })
  })

  test('is decided by nobody of another provider', async () => {
    const no = await apply()
    await review(no, 'forward')
    await expect(answer(no, 'agree', ASKED, '', 'tax-data')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('can be taken back by the department that applied, by no other', async () => {
    const no = await apply()
    await review(no, 'forward')
    const police = await world.as('police-data')
    await expect(perform(police, (act) => withdrawSubscription(act, { no }))).rejects.toMatchObject({
      code: 'not_allowed',
    })
    const own = await world.as('credit-office-data')
    await perform(own, (act) => withdrawSubscription(act, { no }))
    expect((await view(no)).state).toBe('withdrawn')
    await expect(answer(no, 'agree')).rejects.toMatchObject({ code: 'move_not_possible' })
  })
})

test('nobody decides what they or their own department applied for, whatever else they may', async () => {
  const no = await apply()
  const who = await world.as('data')
  if (who.actor.kind !== 'staff') throw new Error('the data office is staff')
  const both = {
    ...who.actor,
    grants: [
      ...who.actor.grants,
      { right: 'exchange.subscribe', scope: 'unit', unit: 'development-reform' } as const,
    ],
  }
  const own = perform({ ...who, actor: both }, (act) =>
    reviewSubscription(act, { no, decision: 'forward', fields: ASKED, note: '' }),
  )
  await expect(own).rejects.toMatchObject({ code: 'second_person' })
})

test('what is shared with everybody is granted by the data office alone', async () => {
  const no = await apply('enterprise-titles', ['titles'])
  expect((await view(no, 'data')).moves).toEqual(['approve', 'reject'])
  await review(no, 'approve', ['titles'])
  expect(grantFor('enterprise-titles', [ITEM], '2026-11-23')).toMatchObject([{ fields: ['titles'] }])
})

test('items of other departments, unknown fields and a day too far are refused', async () => {
  await expect(apply('population', ['secret'])).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(apply('population', ASKED, '2030-01-01')).rejects.toMatchObject({
    detail: { problems: [{ field: 'validTo', code: 'date_too_late' }] },
  })
  const who = await world.as('tax-data')
  const foreign = perform(who, (act) =>
    subscribe(act, {
      resource: 'population',
      items: [ITEM],
      fields: ASKED,
      basis: '依据依据',
      scenario: '场景场景',
      purpose: '用途用途',
      frequency: 1,
      validTo: '2027-01-01',
    }),
  )
  await expect(foreign).rejects.toMatchObject({ detail: { problems: [{ field: 'items' }] } })
})

test('what was asked for until a day that is over can only be refused', async () => {
  const no = await apply('population', ['name'], '2026-11-23')
  await review(no, 'forward', ['name'])
  const provider = { ...(await world.as('police-data')), at: Date.parse('2026-11-24T09:00:00+08:00') }
  expect(await look(provider, (reading) => readSubscription(reading, { no }))).toMatchObject({
    moves: ['decline'],
  })
  const decide = (decision: 'agree' | 'decline') =>
    perform(provider, (act) => answerSubscription(act, { no, decision, fields: ['name'], note: '期限已过' }))
  await expect(decide('agree')).rejects.toMatchObject({
    detail: { problems: [{ field: 'fields', code: 'application_over' }] },
  })
  await decide('decline')
  expect(await view(no)).toMatchObject({ state: 'rejected', grants: [] })
})

test('a grant stops when the data office suspends it, goes on when it resumes it, and ends for good', async () => {
  const [grant] = grantFor('population', [ITEM], '2026-11-23')
  const id = grant?.id ?? ''
  const change = async (decision: 'suspend' | 'resume' | 'end') =>
    perform(await world.as('data'), (act) => changeGrant(act, { grant: id, decision, note: '用途超出范围' }))
  await change('suspend')
  expect(granted()).toEqual([])
  await change('resume')
  expect(granted()).toEqual(['name'])
  await change('end')
  expect(granted()).toEqual([])
  await expect(change('resume')).rejects.toMatchObject({ code: 'move_not_possible' })
})

test('a grant ends by its last day, after notices 30 and 7 days before, each once', async () => {
  const no = await apply('population', ['name'], '2026-12-31')
  await review(no, 'forward', ['name'])
  await answer(no, 'agree', ['name'])
  const alerts = async () =>
    (await read().select().from(exchangeAlerts))
      .filter(({ kind, unit }) => kind === 'grant-ending' && unit === 'development-reform')
      .map(({ detail }) => detail.days)
      .sort()
  const tickOn = (day: string) => handleGrantsTick({}, Date.parse(`${day}T09:00:00+08:00`))
  await tickOn('2026-11-30')
  expect(await alerts()).toEqual([])
  await tickOn('2026-12-01')
  await tickOn('2026-12-02')
  expect(await alerts()).toEqual([30])
  await tickOn('2026-12-24')
  expect(await alerts()).toEqual([30, 7])
  expect([granted('2026-12-31'), granted('2027-01-01')]).toEqual([['name'], []])
  await tickOn('2027-01-01')
  expect((await view(no)).grants).toMatchObject([{ state: 'ended' }])
})

test('the data office and the department each see to their own notice of a grant’s end', async () => {
  const no = await apply('population', ['name'], '2026-12-10')
  await review(no, 'forward', ['name'])
  await answer(no, 'agree', ['name'])
  const other = await apply('birth', ['birthTime'], '2026-12-10')
  await review(other, 'forward', ['birthTime'])
  await answer(other, 'agree', ['birthTime'], '', 'health-data')
  const [suspended] = (await view(other)).grants
  const office = await world.as('data')
  await perform(office, (act) =>
    changeGrant(act, { grant: suspended?.id ?? '', decision: 'suspend', note: '用途超出范围' }),
  )
  await handleGrantsTick({}, world.now())
  const noticesOf = async (login: string) =>
    look(await world.as(login), async (reading) =>
      (await board(reading, { period: 'today' })).alerts.filter(
        ({ kind, detail }) => kind.startsWith('grant-ending') && detail.validTo === '2026-12-10',
      ),
    )
  const [told, ...more] = await noticesOf('data')
  expect(more).toEqual([])
  expect(told).toMatchObject({ kind: 'grant-ending-office', detail: { resource: 'population', grants: 1 } })
  await perform(office, (act) => acknowledgeAlert(act, { alert: told?.id ?? '' }))
  const own = await noticesOf('credit-office-data')
  expect(own).toMatchObject([{ kind: 'grant-ending', seenAt: 0, mine: true }])
  const steward = await world.as('credit-office-data')
  const seenTo = perform(office, (act) => acknowledgeAlert(act, { alert: own[0]?.id ?? '' }))
  await expect(seenTo).rejects.toMatchObject({ code: 'not_found' })
  await perform(steward, (act) => acknowledgeAlert(act, { alert: own[0]?.id ?? '' }))
})
