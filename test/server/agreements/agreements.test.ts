import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  agreementsOf,
  answerInvitation,
  invite,
  ownInvitations,
  readInvitation,
  remind,
  withdrawInvitation,
} from '#domain/agreements/index.ts'
import { presentOwnCase, sendCase } from '#domain/cases/index.ts'
import { saveStep } from '#domain/forms/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { fillDraft } from '../../support/newborn.ts'
import { published } from '../../support/published.ts'
import { openWorld, type World } from '../../support/world.ts'

/* Lin and her husband are of different ethnicities: he signs along. */

let world: World
let lin: Asking
let spouse: Asking
let draft: string
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.at('2026-11-23T10:00:00+08:00')
  lin = await world.as('lin')
  spouse = await world.as('spouse')
  draft = await fillDraft(lin)
})

const { situations } = published.one('lifeEvent', 'newborn')
const NAME = '买买提·吐尔逊'

const askAll = (who = lin) => perform(who, (act) => invite(act, { draft }))
const send = () => perform(lin, (act) => sendCase(act, { draft }))
const answer = (who: Asking, agreement: string, kind: 'agree' | 'decline', words = NAME) =>
  perform(who, (act) =>
    answerInvitation(act, {
      agreement,
      answer: kind,
      signature: kind === 'agree' ? words : '',
      reason: kind === 'decline' ? words : '',
    }),
  )
const line = async () => (await look(lin, (reading) => agreementsOf(reading, { draft }))).lines[0]
const asked = async () => (await line())?.id ?? ''
const noticesOf = async (who: Asking, kind: string) =>
  (await look(who, (reading) => listNotices(reading, {}))).rows.filter((row) => row.kind === kind).length

describe('somebody who must agree', () => {
  it('is told, sees only their part, and agrees with their own name', async () => {
    const before = await noticesOf(spouse, 'agreement_asked')
    await askAll()
    await askAll()
    expect(await noticesOf(spouse, 'agreement_asked')).toBe(before + 1)
    const id = await asked()
    const [invitation] = await look(spouse, ownInvitations)
    expect(invitation).toMatchObject({ id, from: '林知夏' })
    const view = await look(spouse, (reading) => readInvitation(reading, { agreement: id }))
    expect(view).toMatchObject({ state: 'invited', name: NAME })
    expect(view.facts.map(({ value }) => value)).not.toContain('14000000001')
    await expect(answer(spouse, id, 'agree', '林知夏')).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ field: 'signature', code: 'signature_differs' }] },
    })
    await answer(spouse, id, 'agree')
    expect(await line()).toMatchObject({ state: 'agreed' })
    const { no } = await send()
    const { agreements } = await look(lin, (reading) => presentOwnCase(reading, { no }))
    expect(agreements).toMatchObject([{ name: NAME }])
  })

  it('keeps the application from being sent until they have', async () => {
    await expect(send()).rejects.toMatchObject({ code: 'agreement_missing' })
    await askAll()
    await expect(send()).rejects.toMatchObject({ code: 'agreement_missing' })
  })

  it('declines with a reason, which the other reads, and can be asked again', async () => {
    await askAll()
    const id = await asked()
    await expect(answer(spouse, id, 'decline', '')).rejects.toMatchObject({ code: 'invalid_input' })
    await answer(spouse, id, 'decline', '名字还没有商量好')
    expect(await line()).toMatchObject({ state: 'declined', reason: '名字还没有商量好' })
    await expect(send()).rejects.toMatchObject({ code: 'agreement_missing' })
    await askAll()
    await answer(spouse, id, 'agree')
    await expect(send()).resolves.toHaveProperty('no')
  })

  it('has agreed to what stood there then: another name asks anew', async () => {
    await askAll()
    const id = await asked()
    await answer(spouse, id, 'agree')
    await perform(lin, (act) => saveStep(act, { draft, step: 'child', 'child.name': '林小溪' }))
    expect(await line()).toMatchObject({ state: 'changed' })
    await expect(send()).rejects.toMatchObject({ code: 'agreement_missing' })
    await askAll()
    await answer(spouse, id, 'agree')
    await expect(send()).resolves.toHaveProperty('no')
  })

  it('is reminded at most once a day', async () => {
    await askAll()
    const id = await asked()
    const again = async () => perform(await world.as('lin'), (act) => remind(act, { draft, agreement: id }))
    const before = await noticesOf(spouse, 'agreement_asked')
    world.at('2026-11-23T11:00:00+08:00')
    await again()
    world.at('2026-11-23T12:00:00+08:00')
    await again()
    expect(await noticesOf(spouse, 'agreement_asked')).toBe(before + 1)
    world.at('2026-11-24T12:00:00+08:00')
    await again()
    expect(await noticesOf(spouse, 'agreement_asked')).toBe(before + 2)
  })

  it('sees nothing any more when the invitation is taken back', async () => {
    await askAll()
    const id = await asked()
    await perform(lin, (act) => withdrawInvitation(act, { draft, agreement: id }))
    await expect(look(spouse, (reading) => readInvitation(reading, { agreement: id }))).rejects.toMatchObject(
      {
        code: 'not_found',
      },
    )
    expect((await look(spouse, ownInvitations)).map((each) => each.id)).not.toContain(id)
    await expect(answer(spouse, id, 'agree')).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('an invitation exists for nobody but whom it is for, and the draft only for who fills it in', async () => {
  await askAll()
  const id = await asked()
  for (const login of ['mother01', 'counter', 'lin']) {
    const other = await world.as(login)
    await expect(look(other, (reading) => readInvitation(reading, { agreement: id }))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(answer(other, id, 'agree')).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(look(spouse, (reading) => agreementsOf(reading, { draft }))).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(perform(spouse, (act) => remind(act, { draft, agreement: id }))).rejects.toMatchObject({
    code: 'not_found',
  })
})

it('nobody is asked before everything is filled in', async () => {
  const early = await fillDraft(lin, {}, 'agree', 'consent')
  await expect(perform(lin, (act) => invite(act, { draft: early }))).rejects.toMatchObject({
    code: 'not_complete',
  })
})

it('whoever is not named any more has nothing to agree to', async () => {
  await askAll()
  const id = await asked()
  const step = `s${situations.findIndex(({ element }) => element === 'situation.married') + 1}`
  await perform(lin, (act) => saveStep(act, { draft, step, 'situation.married': 'no' }))
  expect((await look(spouse, ownInvitations)).map((each) => each.id)).not.toContain(id)
  await expect(look(spouse, (reading) => readInvitation(reading, { agreement: id }))).resolves.toMatchObject({
    state: 'not-needed',
    facts: [],
  })
})

it('nothing about agreements changes once the application was sent', async () => {
  await askAll()
  const id = await asked()
  await answer(spouse, id, 'agree')
  await send()
  const late = { code: 'changed_meanwhile' }
  await expect(askAll()).rejects.toMatchObject(late)
  await expect(
    perform(lin, (act) => withdrawInvitation(act, { draft, agreement: id })),
  ).rejects.toMatchObject(late)
})
