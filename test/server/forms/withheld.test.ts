import { beforeAll, describe, expect, it } from 'vitest'
import { askCorrection, correctionForm } from '#domain/cases/index.ts'
import { ownDraft, presentCheck, presentStep, saveStep, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { answerValidly } from '../../support/answer-validly.ts'
import { agreeTo } from '../../support/agree.ts'
import { bundle } from '../../support/published.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { sendWalked, walkToCheck } from '../../support/walk.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

const THEIRS = 'deceased.address'

let world: World
let widow: Asking
let draft: string
let page: string
/** What is registered. */
let registered: string

beforeAll(async () => {
  world = await openWorld()
  widow = await world.as('widow')
  draft = await walkToCheck(widow, 'bereavement')
  const { bundle, journey } = await look(widow, (reading) => ownDraft(reading, draft))
  page = bundle.lifeEvent.pages.find(({ elements }) => elements.includes(THEIRS))?.code ?? ''
  registered = String(journey.facts(THEIRS)?.value)
})

const read = (who: Asking, id: string, step: string, correct?: string) =>
  look(who, (reading) => presentStep(reading, { draft: id, step, ...(correct && { correct }) }))
const save = (typed: Record<string, string>) =>
  perform(widow, (act) => saveStep(act, { draft, step: page, ...typed }))
const factOf = async (code: string) =>
  (await look(widow, (reading) => ownDraft(reading, draft))).journey.facts(code)

describe('what a register says about somebody else', () => {
  it('is not given back in full to be put right', async () => {
    const shown = await read(widow, draft, page)
    expect(shown.facts.find(({ element }) => element === THEIRS)?.value).toContain('***')
    const view = await read(widow, draft, page, THEIRS)
    expect(view.fields.find(({ name }) => name === THEIRS)).toMatchObject({ value: '', required: false })
    expect(JSON.stringify(view)).not.toContain(registered)
  })

  it('stays as it is registered when nothing is typed over it', async () => {
    expect((await save({ [THEIRS]: '' })).problems).toEqual([])
    expect(await factOf(THEIRS)).toMatchObject({ value: registered, source: { kind: 'exchange' } })
  })

  it('is not told beside what was typed over it either', async () => {
    await save({ [THEIRS]: '云溪市东山区望湖路 88 号' })
    const view = await look(widow, (reading) => presentCheck(reading, { draft }))
    const rows = view.sections.flatMap((section) => section.rows)
    expect(rows.find(({ element }) => element === THEIRS)?.differs).toContain('***')
    expect(JSON.stringify(view)).not.toContain(registered)
    await save({ [THEIRS]: '' })
    expect(await factOf(THEIRS)).toMatchObject({ value: registered })
  })

  it('is not given back in a correction of the case', async () => {
    const no = await sendWalked(widow, draft, [await world.as('son'), await world.as('daughter')])
    await perform(await world.as('counter'), (act) =>
      askCorrection(act, { no, elements: [THEIRS], materials: [], note: '请写明门牌。' }),
    )
    const form = await look(widow, (reading) => correctionForm(reading, { no }))
    expect(form.fields).toMatchObject([{ name: THEIRS, value: '' }])
  })
})

describe('what a register says about the applicant', () => {
  it('is given back to them, so that a detail can be put right', async () => {
    const who = await world.as('mother03')
    const own = await fillDraft(who)
    const view = await read(who, own, 'parents', 'mother.address')
    expect(view.fields.find(({ name }) => name === 'mother.address')?.value).not.toBe('')
  })
})

describe('what a register says about an enterprise', () => {
  it('does not give somebody’s number to whoever applies in its name', async () => {
    const who = await world.as('restaurant')
    const start = { lifeEvent: 'restaurant', fresh: true, ...fullestAnswers(bundle('restaurant')) }
    const { draft: own } = await perform(who, (act) => startDraft(act, start))
    await agreeTo(who, own)
    const { row } = await look(who, (reading) => ownDraft(reading, own))
    const phone = String(row.content.knowns['enterprise.representativePhone']?.value)
    expect(phone).toMatch(/^1\d{10}$/)
    await answerValidly(who, own, {}, 1)
    const view = await read(who, own, 'enterprise', 'enterprise.representativePhone')
    expect(view.step).toBe('enterprise')
    expect(JSON.stringify(view)).not.toContain(phone)
  })
})
