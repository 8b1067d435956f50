import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  decideItem,
  presentItem,
  presentOwnCase,
  publicities,
  supplyMaterial,
  withdrawCase,
} from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import type { CaseView } from '#shared/cases/view.ts'
import type { Answer } from '#shared/forms/draft.ts'
import { onePage } from '../../unit/files/make.ts'
import { accept, ALL_CHECKED, itemsOf, laterOn, statesOf } from '../../support/desk.ts'
import { bundle } from '../../support/published.ts'
import { sendWalked, walkToCheck, whoMustAgree } from '../../support/walk.ts'
import { fullestAnswers, WALKS } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

interface Applied {
  event: string
  login: string
  answers?: Record<string, Answer>
  without?: string[]
}

/** An application that was sent and accepted. */
async function applied({ event, login, answers = {}, without }: Applied): Promise<string> {
  const who = await world.as(login)
  const usual = WALKS.find((each) => each.event === event)?.answers
  const given = { ...fullestAnswers(bundle(event)), ...usual, ...answers }
  const draft = await walkToCheck(who, event, given, without)
  const others = await Promise.all((await whoMustAgree(who, draft)).map((other) => world.as(other)))
  const no = await sendWalked(who, draft, others)
  await world.runJobs()
  await accept(world, no)
  return no
}

const itemId = async (no: string, item: string) => (await itemsOf(no))[item]?.id ?? ''

type Decision = Parameters<typeof decideItem>[1]

async function decide(login: string, no: string, item: string, decided: Partial<Decision>) {
  const input = { decision: 'grant' as const, note: '', checked: ALL_CHECKED, ...decided }
  const id = await itemId(no, item)
  return perform(await world.as(login), (act) => decideItem(act, { ...input, item: id }))
}

async function caseOf(login: string, no: string): Promise<CaseView> {
  return look(await world.as(login), (reading) => presentOwnCase(reading, { no }))
}

/** An item as its applicant sees it. */
async function itemSeen(login: string, no: string, item: string) {
  return (await caseOf(login, no)).items.find(({ code }) => code === item)
}

describe('publicity', () => {
  const SUBSIDY = {
    event: 'self-employment',
    login: 'founder',
    answers: { 'startup.needs': ['subsidy'], 'startup.personKind': 'graduate' },
  }

  it('comes before granting, shows a masked name to everybody, and stops the clock until its last day', async () => {
    const no = await applied(SUBSIDY)
    await expect(decide('social', no, 'startup-subsidy', {})).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ code: 'publicity_first' }] },
    })
    await decide('social', no, 'startup-subsidy', { decision: 'publicise' })
    const [shown] = await look(await world.as('stranger'), publicities)
    expect(shown).toMatchObject({ applicant: '安**', from: '2026-11-23', until: '2026-11-30' })
    expect(await itemSeen('founder', no, 'startup-subsidy')).toMatchObject({
      state: 'publicising',
      dueDay: null,
    })
    await expect(decide('social', no, 'startup-subsidy', {})).rejects.toMatchObject({
      code: 'move_not_possible',
    })
    await laterOn(world, '2026-11-30')
    expect((await statesOf(no))['startup-subsidy']).toBe('publicising')
    await laterOn(world, '2026-12-01')
    expect((await statesOf(no))['startup-subsidy']).toBe('reviewing')
    expect(await look(await world.as('stranger'), publicities)).toEqual([])
    await decide('social', no, 'startup-subsidy', {})
  })

  it('names the enterprise it is about: nobody could object without it', async () => {
    const no = await applied({
      event: 'company-closing',
      login: 'closing',
      answers: { 'closing.settled': 'yes', 'closing.way': 'simple', 'closing.customs': 'check' },
    })
    await decide('market', no, 'simplified-notice', { decision: 'publicise' })
    const shown = await look(await world.as('stranger'), publicities)
    expect(shown.map(({ applicant }) => applicant)).toContain('云溪旧时光文具有限公司')
    await laterOn(world, '2027-01-31')
  })

  it('is not for those who need none: nobody is shown to the public without need', async () => {
    const no = await applied({ event: 'retirement', login: 'retiree' })
    await expect(decide('social', no, 'pension-retirement', { decision: 'publicise' })).rejects.toMatchObject(
      { code: 'move_not_possible' },
    )
    expect(await look(await world.as('stranger'), publicities)).toEqual([])
  })
})

describe('a special procedure', () => {
  it('is one that the item names, is told to the applicant, and its days do not count', async () => {
    const no = await applied({ event: 'restaurant', login: 'restaurant' })
    const start = (procedure: string) =>
      decide('market', no, 'food-licence', {
        decision: 'startProcedure',
        procedure,
        note: '约好时间到店核查',
      })
    await expect(start('archive-review')).rejects.toMatchObject({
      detail: { problems: [{ field: 'procedure' }] },
    })
    const before = (await itemsOf(no))['food-licence']?.dueDay ?? ''
    await start('site-check')
    expect(await itemSeen('restaurant', no, 'food-licence')).toMatchObject({
      state: 'special',
      dueDay: null,
    })
    await expect(decide('market', no, 'food-licence', {})).rejects.toMatchObject({
      code: 'move_not_possible',
    })
    const { events } = await caseOf('restaurant', no)
    expect(events.some(({ note }) => note === '约好时间到店核查')).toBe(true)
    world.at('2026-11-30T10:00:00+08:00')
    await decide('market', no, 'food-licence', { decision: 'endProcedure' })
    const after = (await itemsOf(no))['food-licence']
    expect(after?.state).toBe('reviewing')
    expect(after?.dueDay && after.dueDay > before).toBe(true)
  })
})

describe('an item with a condition of its own', () => {
  it('ends with the reason at acceptance when the facts refute it, and the others go on', async () => {
    // At 78 she may have benefits, but no help in finding work.
    const no = await applied({
      event: 'disability-services',
      login: 'elder',
      answers: { 'situation.disabilityCertificate': 'none' },
    })
    const { items } = await caseOf('elder', no)
    expect(items.find(({ code }) => code === 'disability-employment')).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining('16 至 59 周岁'),
    })
    expect((await statesOf(no))['disability-care-allowance']).toBe('reviewing')
  })
})

describe('a material that may come later', () => {
  const ARCHIVE = 'personnel-archive'
  const LATER = { event: 'retirement', login: 'retiree', without: [ARCHIVE] }

  it('is promised at acceptance with its last day, and taken when it comes', async () => {
    const no = await applied(LATER)
    expect((await caseOf('retiree', no)).later).toMatchObject([{ material: ARCHIVE, dueDay: '2026-12-07' }])
    const supply = async (login: string, material: string, data: Buffer | null) =>
      supplyMaterial(await world.as(login), {
        no,
        material,
        ...(data && { file: [{ name: '档案.pdf', data }] }),
      })
    await expect(supply('retiree', ARCHIVE, null)).rejects.toMatchObject({
      detail: { problems: [{ field: ARCHIVE, code: 'file_missing' }] },
    })
    await expect(supply('retiree', ARCHIVE, Buffer.from('no paper'))).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(supply('widow', ARCHIVE, onePage())).rejects.toMatchObject({ code: 'not_found' })
    await expect(supply('retiree', 'retiree-household-book', onePage())).rejects.toMatchObject({
      code: 'not_found',
    })
    await supply('retiree', ARCHIVE, onePage())
    expect((await caseOf('retiree', no)).later).toEqual([])
    const id = await itemId(no, 'pension-retirement')
    const desk = await look(await world.as('social'), (reading) => presentItem(reading, { item: id }))
    expect(desk.files.map(({ name }) => name)).toContain('档案.pdf')
    await laterOn(world, '2026-12-08')
    expect((await statesOf(no))['pension-retirement']).toBe('reviewing')
  })

  it('ends its items, and says which is missing, when it never comes', async () => {
    const no = await applied(LATER)
    await laterOn(world, '2026-12-07')
    expect((await statesOf(no))['pension-retirement']).toBe('tolerated')
    await laterOn(world, '2026-12-08')
    const { items, later } = await caseOf('retiree', no)
    expect(items.find(({ code }) => code === 'pension-retirement')).toMatchObject({ state: 'lapsed' })
    expect(items.find(({ code }) => code === 'pension-retirement')?.reason).toContain(
      '没有在约定的期限内补交',
    )
    expect(later).toEqual([])
    // What rested on it cannot come any more.
    expect((await statesOf(no))['housing-fund-retirement']).toBe('cancelled')
  })
})

describe('taking back', () => {
  it('one item leaves the others as they are', async () => {
    const no = await applied({ event: 'restaurant', login: 'restaurant' })
    const sign = (await caseOf('restaurant', no)).items.find(({ code }) => code === 'shop-sign')
    expect(sign?.withdrawable).toBe(true)
    await perform(await world.as('restaurant'), (act) => withdrawCase(act, { no, item: sign?.id }))
    await world.runJobs()
    expect(await statesOf(no)).toMatchObject({ 'shop-sign': 'withdrawn', 'food-licence': 'reviewing' })
    await expect(
      perform(await world.as('restaurant'), async (act) => withdrawCase(act, { no, item: sign?.id })),
    ).rejects.toMatchObject({ code: 'move_not_possible' })
    await expect(
      perform(await world.as('shareholder'), async (act) => withdrawCase(act, { no })),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('an item on which others rest ends these too', async () => {
    const no = await applied({ event: 'bereavement', login: 'widow' })
    const id = await itemId(no, 'household-cancellation')
    await perform(await world.as('widow'), (act) => withdrawCase(act, { no, item: id }))
    await world.runJobs()
    const states = await statesOf(no)
    expect(states['household-cancellation']).toBe('withdrawn')
    expect(states['subsidy-stop']).toBe('cancelled')
    expect(states['death-certificate']).toBe('granted')
  })
})
