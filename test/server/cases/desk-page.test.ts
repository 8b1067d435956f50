import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { cases } from '#db/schema/cases.ts'
import {
  acceptCase,
  askCorrection,
  confirmArrival,
  correctCase,
  correctionForm,
  decideItem,
  presentDeskCase,
  presentItem,
  presentOwnCase,
} from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import type { CaseItemView } from '#shared/cases/view.ts'
import { publishStrictBees, sendBees } from '../../support/bee-case.ts'
import { accept, itemsOf, reviewerOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishStrictBees(world)
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

type Decision = Parameters<typeof decideItem>[1]

/** Somebody at the desk makes a move with the registration of bees; then what follows is done. */
async function move(
  login: string,
  no: string,
  decided: Partial<Decision> & Pick<Decision, 'decision'>,
  item = 'bee-registration',
) {
  const id = (await itemsOf(no))[item]?.id ?? ''
  const who = await world.as(login)
  const view = await perform(who, (act) => decideItem(act, { note: '', ...decided, item: id }))
  await world.runJobs()
  return view
}

async function seen(login: string, no: string, item = 'bee-registration') {
  const id = (await itemsOf(no))[item]?.id ?? ''
  return look(await world.as(login), (reading) => presentItem(reading, { item: id }))
}

async function own(login: string, no: string): Promise<CaseItemView | undefined> {
  const view = await look(await world.as(login), (reading) => presentOwnCase(reading, { no }))
  return view.items.find(({ code }) => code === 'bee-registration')
}

/** An application in which the originals were seen, and which was accepted. */
async function underReview(login: string): Promise<string> {
  const no = await sendBees(world, login)
  await world.runJobs()
  await move('counter', no, { decision: 'receive' })
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
  return no
}

describe('what is offered on the page of an item', () => {
  it('fits the item: a proposal where two must see it, a decision where one does', async () => {
    const bees = await underReview('mother01')
    const strict = (await seen('center', bees)).moves
    expect(strict).toEqual(expect.arrayContaining(['propose', 'askExtension', 'askInReview']))
    expect(strict).not.toEqual(expect.arrayContaining(['grant']))
    expect(strict).not.toContain('startProcedure')
    expect(strict).not.toContain('publicise')
    const newborn = await sendNewborn(await world.as('mother02'))
    await world.runJobs()
    await accept(world, newborn)
    const open = Object.values(await itemsOf(newborn)).find(({ state }) => state === 'reviewing')
    const usual = (await seen(reviewerOf(open?.unit ?? ''), newborn, open?.topic)).moves
    expect(usual).toEqual(expect.arrayContaining(['grant', 'deny']))
    expect(usual).not.toContain('propose')
    expect(usual).not.toContain('askInReview')
  })

  it('brings opinions for the item, those of its own before those for all', async () => {
    const no = await sendNewborn(await world.as('mother03'))
    const { opinions } = await seen('hospital', no, 'birth-certificate')
    expect(opinions[0]?.text).toContain('出生医学证明')
    expect(opinions.map(({ decision }) => decision)).toContain('deny')
    expect(opinions.some(({ text }) => text.includes('食品'))).toBe(false)
  })
})

describe('looking through before originals are seen', () => {
  it('returns what must be changed, and the applicant sends just that again', async () => {
    const no = await sendBees(world, 'mother04')
    await expect(
      move('counter', no, { decision: 'returnPreReview', note: '请核对数量' }),
    ).rejects.toMatchObject({
      detail: { problems: [{ field: 'elements', code: 'correction_elements' }] },
    })
    await move('counter', no, { decision: 'returnPreReview', note: '请核对数量', elements: ['bees.hives'] })
    expect(await own('mother04', no)).toMatchObject({
      state: 'returned',
      reason: '请核对数量',
      answerBy: expect.stringMatching(/^2026-12-/),
    })
    const who = await world.as('mother04')
    const form = await look(who, (reading) => correctionForm(reading, { no }))
    expect(form).toMatchObject({ note: '请核对数量', fields: [{ name: 'bees.hives' }] })
    await perform(who, (act) => correctCase(act, { no, 'bees.hives': '14' }))
    expect(await own('mother04', no)).toMatchObject({ state: 'submitted', reason: '' })
    await move('counter', no, { decision: 'passPreReview' })
    await move('counter', no, { decision: 'receive' })
    const desk = await look(await world.as('counter'), (reading) => presentDeskCase(reading, { no }))
    expect(desk.moves).toEqual(['accept', 'ask'])
    expect(desk.items[0]?.moves).toEqual(expect.arrayContaining(['refuse', 'redirect']))
  })
})

describe('a decision on an old view', () => {
  it('is refused, and says what changed, by whom and when', async () => {
    const no = await underReview('mother05')
    const { version } = await seen('center', no)
    await move('center-head', no, { decision: 'suspend', note: '等待法院裁定' })
    await expect(
      move('center', no, { decision: 'propose', proposal: 'grant', version }),
    ).rejects.toMatchObject({
      code: 'changed_meanwhile',
      detail: { params: { by: expect.stringMatching(/\p{Script=Han}/u), move: 'suspend', at: world.now() } },
    })
    const { events, moves } = await seen('center', no)
    expect(moves).toEqual([])
    expect(events.filter((event) => (event.version ?? 0) > version)).toMatchObject([
      { move: 'suspend', note: '等待法院裁定', name: expect.stringMatching(/.+/) },
    ])
    expect(await own('mother05', no)).toMatchObject({ state: 'suspended', reason: '等待法院裁定' })
  })

  it('is refused at the counter too: nobody accepts what was put right after they read it', async () => {
    const no = await sendBees(world, 'mother10')
    await world.runJobs()
    await move('counter', no, { decision: 'receive' })
    const counter = await world.as('counter')
    const { version } = await look(counter, (reading) => presentDeskCase(reading, { no }))
    const wish = { no, elements: ['bees.hives'], note: '请核对蜂箱的数量', version }
    await perform(await world.as('counter2'), (act) => askCorrection(act, wish))
    const who = await world.as('mother10')
    await perform(who, (act) => correctCase(act, { no, 'bees.hives': '40' }))
    for (const stale of [
      () => perform(counter, (act) => acceptCase(act, { no, version })),
      () => perform(counter, (act) => askCorrection(act, wish)),
    ])
      await expect(stale()).rejects.toMatchObject({
        code: 'changed_meanwhile',
        detail: { params: { by: expect.stringMatching(/\p{Script=Han}/u), move: 'ask' } },
      })
    const now = await look(counter, (reading) => presentDeskCase(reading, { no }))
    const since = now.events.filter((event) => (event.version ?? 0) > version)
    expect(since.map((event) => event.move)).toEqual(['ask', 'correct'])
    await perform(counter, (act) => acceptCase(act, { no, version: now.version }))
    expect((await itemsOf(no))['bee-registration']?.state).toBe('reviewing')
  })
})

describe('a second pair of eyes', () => {
  it('reads the proposal with its reasons; the applicant reads neither before it is decided', async () => {
    const no = await underReview('mother06')
    await expect(move('center', no, { decision: 'propose', proposal: 'deny' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'note' }] },
    })
    await move('center', no, { decision: 'propose', proposal: 'deny', note: '蜂箱离学校太近' })
    const head = await seen('center-head', no)
    expect(head.proposal).toMatchObject({ decision: 'deny', note: '蜂箱离学校太近' })
    expect(head.proposal?.by).not.toBe('')
    expect(head.moves).toEqual(expect.arrayContaining(['approveDenial', 'sendBack']))
    expect(head.moves).not.toContain('approveGrant')
    const before = await look(await world.as('mother06'), (reading) => presentOwnCase(reading, { no }))
    expect(JSON.stringify(before)).not.toContain('蜂箱离学校太近')
    expect(JSON.stringify(before)).not.toContain(head.proposal?.by)
    await move('center-head', no, { decision: 'approveDenial', note: '与学校距离不足，不予登记' })
    expect(await own('mother06', no)).toMatchObject({ state: 'denied', reason: '与学校距离不足，不予登记' })
    expect((await seen('center-head', no)).proposal).toBeNull()
  })

  it('allows more time as it was asked for, once', async () => {
    const no = await underReview('mother07')
    const due = (await seen('center', no)).dueDay ?? ''
    expect((await seen('center', no)).extension).toEqual({ most: 10, asked: null })
    await move('center', no, { decision: 'askExtension', days: 5, note: '要到现场核对' })
    expect((await seen('center-head', no)).extension.asked).toMatchObject({ days: 5, note: '要到现场核对' })
    // The reasons are told to the applicant, so there must be some (行政许可法 §42).
    await expect(move('center-head', no, { decision: 'extend' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'note' }] },
    })
    const after = await move('center-head', no, { decision: 'extend', note: '核对需要时间' })
    expect(after.dueDay && after.dueDay > due).toBe(true)
    expect((await seen('center', no)).moves).not.toContain('askExtension')
  })
})

describe('a correction during review', () => {
  it('names what must be put right, and the days stop until it came', async () => {
    const no = await underReview('mother08')
    await move('center', no, { decision: 'askInReview', note: '数量与照片不符', elements: ['bees.hives'] })
    expect(await own('mother08', no)).toMatchObject({ state: 'amending', dueDay: null })
    const who = await world.as('mother08')
    const { note } = await look(who, (reading) => correctionForm(reading, { no }))
    expect(note).toBe('数量与照片不符')
    await perform(who, (act) => correctCase(act, { no, 'bees.hives': '9' }))
    expect(await own('mother08', no)).toMatchObject({ state: 'reviewing' })
    expect((await seen('center', no)).moves).not.toContain('askInReview')
  })
})

describe('a result on paper', () => {
  async function granted(login: string): Promise<string> {
    const no = await underReview(login)
    await move('center', no, { decision: 'propose', proposal: 'grant' })
    await move('center-head', no, { decision: 'approveGrant' })
    expect(await own(login, no)).toMatchObject({ state: 'issued' })
    return no
  }

  it('is posted with its number, and done when its applicant says that it came', async () => {
    const no = await granted('mother09')
    const item = (await itemsOf(no))['bee-registration']?.id ?? ''
    const confirm = async (login: string) => {
      const who = await world.as(login)
      return perform(who, (act) => confirmArrival(act, { no, item }))
    }
    await expect(confirm('mother09')).rejects.toMatchObject({ code: 'move_not_possible' })
    await expect(move('counter', no, { decision: 'post' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'trackingNo', code: 'missing' }] },
    })
    await move('counter', no, { decision: 'post', trackingNo: 'EM1234' })
    expect(await own('mother09', no)).toMatchObject({
      state: 'posted',
      parcel: { no: 'EM1234', carrier: 'ems', state: 'posted' },
    })
    await expect(confirm('mother10')).rejects.toMatchObject({ code: 'not_found' })
    await confirm('mother09')
    await expect(confirm('mother09')).rejects.toMatchObject({ code: 'move_not_possible' })
    expect(await own('mother09', no)).toMatchObject({ state: 'granted' })
  })

  it('is handed over to somebody whose name is kept, and not taken back by whoever approved it', async () => {
    const no = await granted('mother11')
    await move('counter', no, {
      decision: 'deliver',
      signing: 'paper',
      receivedBy: 'agent',
      receiver: '林建国',
      receiverId: '110101199003070011',
      mandateSeen: true,
    })
    expect(await own('mother11', no)).toMatchObject({ state: 'granted' })
    const [row] = await read().select().from(cases).where(eq(cases.no, no))
    expect(row?.content.deliveries).toMatchObject({
      'bee-registration': { mode: 'counter', receiver: '林建国' },
    })
    for (const login of ['center', 'center-head'])
      await expect(move(login, no, { decision: 'revoke', note: '虚假材料' })).rejects.toMatchObject({
        code: 'move_not_possible',
      })
  })
})

describe('other cases of the same person', () => {
  it('on the same item are named: what is open as perhaps the same twice, what ended as earlier', async () => {
    const first = await underReview('mother12')
    const second = await underReview('mother12')
    expect((await seen('center', second)).earlier).toMatchObject([{ no: first, open: true }])
    await move('center', first, { decision: 'propose', proposal: 'deny', note: '重复申请' })
    await move('center-head', first, { decision: 'approveDenial', note: '重复申请' })
    expect((await seen('center', second)).earlier).toMatchObject([
      { no: first, open: false, state: 'denied' },
    ])
    const others = await underReview('lin')
    expect((await seen('center', others)).earlier).toEqual([])
  })
})
