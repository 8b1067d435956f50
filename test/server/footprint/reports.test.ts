import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { read } from '#db'
import { drafts } from '#db/schema/forms.ts'
import {
  answerQuestion,
  askWhy,
  dispatchObjection,
  fileOfObjection,
  object,
  objectionForm,
  ownLooks,
  ownReports,
  raiseObjection,
  readDeskObjection,
  readLook,
  readObjection,
  readQuestion,
  verifyObjection,
} from '#domain/footprint/index.ts'
import { lookById } from '#domain/footprint/store/log.ts'
import { acceptCase, fileOfCase, presentItem } from '#domain/cases/index.ts'
import { presentStep } from '#domain/forms/index.ts'
import { personOf } from '#domain/identity/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { ObjectionInput } from '#shared/contract/my-data.ts'
import type { LookLine } from '#shared/exchange/my-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { correctRegister } from '../../support/correct-register.ts'
import { itemsOf, reviewerOf } from '../../support/desk.ts'
import { fillDraft, sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'
import { onePage } from '../../unit/files/make.ts'

let world: World

async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
}

async function looksOf(who: Asking): Promise<LookLine[]> {
  const { cards } = await look(who, (reading) => ownLooks(reading, {}))
  return cards.flatMap(({ lines }) => lines)
}

async function noticesOf(who: Asking): Promise<string[]> {
  return (await look(who, (reading) => listNotices(reading, {}))).rows.map(({ kind }) => kind)
}

function report(change: Partial<ObjectionInput> = {}): ObjectionInput {
  return { was: '', should: '云溪市清河区', why: '去年已经迁到这里', ...change }
}

beforeAll(async () => {
  world = await openWorld()
})

describe('a question why somebody was looked up', () => {
  let spouse: Asking
  let line: LookLine
  /** Whoever answers for the department that looked. */
  let reviewer: string

  beforeAll(async () => {
    await fillDraft(await world.as('lin'))
    spouse = await world.as('spouse')
    // What the mother's answers make possible is asked while she goes on.
    line = await vi.waitFor(async () => {
      const [first] = await looksOf(spouse)
      if (!first) throw new Error('nobody has looked yet')
      return first
    })
    const row = await lookById(read(), line.id)
    reviewer = reviewerOf(row?.unit ?? '')
  })

  const ask = (who: Asking) =>
    perform(who, (act) => askWhy(act, { lookup: line.id, question: '我没有申请过，为什么查我' }))

  it('cannot be asked about a look-up of somebody else', async () => {
    expect(await refusalOf(ask(await world.as('mother02')))).toBe('not_found')
  })

  it('goes to the department that looked, which has five working days, and asked twice is one', async () => {
    const { no } = await ask(spouse)
    expect((await ask(spouse)).no).toBe(no)
    const view = await look(await world.as('data'), (reading) => readQuestion(reading, { no }))
    expect(view).toMatchObject({ state: 'asked', dueDay: '2026-11-30', question: '我没有申请过，为什么查我' })
    expect(view.department).toBe(line.department)
  })

  it('is seen by nobody of another department', async () => {
    const { no } = await ask(spouse)
    const police = world.as('hotline')
    expect(await refusalOf(look(await police, (reading) => readQuestion(reading, { no })))).toBe('not_found')
    const other = perform(await world.as('tax-data'), (act) => answerQuestion(act, { no, note: '因为要' }))
    expect(await refusalOf(other)).toBe('not_found')
  })

  it('comes back answered, with a message that leads to it', async () => {
    const { no } = await ask(spouse)
    const answered = await perform(await world.as(reviewer), (act) =>
      answerQuestion(act, { no, note: '您的配偶办理出生医学证明，依法核对父亲信息。' }),
    )
    expect(answered.state).toBe('answered')
    await world.runJobs()
    const { question } = await look(spouse, (reading) => readLook(reading, { lookup: line.id }))
    expect(question?.answer).toContain('依法核对')
    expect(await noticesOf(spouse)).toContain('lookup_answered')
    const [mine] = await look(spouse, ownReports)
    expect(mine).toMatchObject({ kind: 'question', no, state: 'answered', href: `/my/data/${line.id}` })
  })
})

describe('a wrong value', () => {
  const ELEMENT = 'household.address'
  let mother: Asking
  let draft: string
  let no: string

  const contentOf = async () => {
    const view = await look(mother, (reading) => presentStep(reading, { draft, step: 'household' }))
    return view.facts.find(({ element }) => element === ELEMENT)
  }
  const file = (change: Partial<ObjectionInput> = {}) =>
    object(mother, report({ draft, element: ELEMENT, ...change }))

  beforeAll(async () => {
    mother = await world.as('mother05')
    draft = await fillDraft(mother, { 'child.name': '何小雨' })
  })

  it('is reported where it is seen, with the value filled in', async () => {
    const form = await look(mother, (reading) => objectionForm(reading, { draft, element: ELEMENT }))
    expect(form.fields).toHaveLength(1)
    expect(form.was).toBe((await contentOf())?.value)
  })

  it('needs to be said what it should be, and why', async () => {
    expect(await refusalOf(object(mother, report({ lookup: 'nothing' })))).toBe('not_found')
    expect(await refusalOf(object(await world.as('mother06'), report({ draft, element: ELEMENT })))).toBe(
      'not_found',
    )
    const bad = file({ evidence: [{ name: 'x.exe', type: '', data: Buffer.from('MZ') }] })
    expect(await refusalOf(bad)).toBe('invalid_input')
  })

  it('is unlocked in the open draft while it is verified, and posted twice is one', async () => {
    expect((await contentOf())?.correctable).toBe(false)
    const evidence = [{ name: '证明.pdf', type: 'application/pdf', data: await onePage() }]
    no = (await file({ evidence })).no
    expect((await file()).no).toBe(no)
    await world.runJobs()
    expect(await contentOf()).toMatchObject({
      correctable: true,
      source: expect.stringContaining('核实中') as string,
    })
  })

  it('is unlocked in a draft that is begun while it is verified, and in nobody else’s', async () => {
    const later = await fillDraft(mother, { 'child.name': '何小云' }, 'agree', 'household')
    const shown = async (who: Asking, id: string) => {
      const view = await look(who, (reading) => presentStep(reading, { draft: id, step: 'household' }))
      return view.facts.find(({ element }) => element === ELEMENT)
    }
    expect(await shown(mother, later)).toMatchObject({
      correctable: true,
      source: expect.stringContaining('核实中') as string,
    })
    const other = await world.as('mother06')
    const theirs = await fillDraft(other, {}, 'agree', 'household')
    expect(await shown(other, theirs)).toMatchObject({ correctable: false })
  })

  it('shows its evidence to whoever may see the report, and to nobody else', async () => {
    const { files } = await look(mother, (reading) => readObjection(reading, { no }))
    const [given] = files
    const open = async (login: string) =>
      look(await world.as(login), (reading) => fileOfObjection(reading, { no, file: given?.fileId ?? '' }))
    expect((await open('data')).name).toBe('证明.pdf')
    expect(await refusalOf(open('tax-data'))).toBe('not_found')
    expect(await refusalOf(open('mother06'))).toBe('not_found')
  })

  it('is handed to the provider within a working day, who has five, and may hand it back', async () => {
    const early = perform(await world.as('police-data'), (act) =>
      verifyObjection(act, { no, decision: 'correct', note: '' }),
    )
    expect(await refusalOf(early)).toBe('not_found')
    const view = await look(await world.as('data'), (reading) => readDeskObjection(reading, { no }))
    expect(view).toMatchObject({ state: 'new', dueDay: '2026-11-24' })
    await perform(await world.as('data'), (act) => dispatchObjection(act, { no, note: '' }))
    const back = await perform(await world.as('police-data'), (act) =>
      verifyObjection(act, { no, decision: 'return', note: '请补充门牌照片' }),
    )
    expect(back.seen).toBe(false)
    const sent = await perform(await world.as('data'), (act) => dispatchObjection(act, { no, note: '' }))
    expect(sent).toMatchObject({ state: 'verifying', dueDay: '2026-11-30' })
  })

  it('is looked up anew once it is corrected, and what was typed stays', async () => {
    const [row] = await read().select().from(drafts).where(eq(drafts.id, draft))
    const before = row?.content.answers
    const person = await personOf(read(), mother.actor.kind === 'person' ? mother.actor.id : '')
    correctRegister('household', person?.residentId ?? '', 'address', '云溪市清河区新址路9号')
    await perform(await world.as('police-data'), (act) =>
      verifyObjection(act, { no, decision: 'correct', note: '已按迁移证更正' }),
    )
    await world.runJobs()
    expect(await contentOf()).toMatchObject({ value: '云溪市清河区新址路****', correctable: false })
    const [after] = await read().select().from(drafts).where(eq(drafts.id, draft))
    expect(after?.content.answers).toEqual(before)
    expect(await look(mother, (reading) => readObjection(reading, { no }))).toMatchObject({
      state: 'corrected',
      answer: '已按迁移证更正',
    })
    expect(await noticesOf(mother)).toEqual(
      expect.arrayContaining(['objection_dispatched', 'objection_corrected']),
    )
  })

  it('that stands comes back with the reason, and holds again', async () => {
    const second = await file({ element: 'household.headName', should: '何某' })
    await perform(await world.as('data'), (act) => dispatchObjection(act, { no: second.no, note: '' }))
    const silent = perform(await world.as('police-data'), (act) =>
      verifyObjection(act, { no: second.no, decision: 'reject', note: '' }),
    )
    expect(await refusalOf(silent)).toBe('invalid_input')
    await perform(await world.as('police-data'), (act) =>
      verifyObjection(act, { no: second.no, decision: 'reject', note: '户口簿如此' }),
    )
    await world.runJobs()
    const { facts } = await look(mother, (reading) => presentStep(reading, { draft, step: 'household' }))
    expect(facts.find(({ element }) => element === 'household.headName')?.correctable).toBe(false)
    expect(await noticesOf(mother)).toContain('objection_rejected')
  })
})

describe('a wrong value in a case that was sent', () => {
  it('goes on with what the applicant says, and its reviewer sees report and evidence', async () => {
    const mother = await world.as('mother09')
    const no = await sendNewborn(mother)
    const evidence = [{ name: '证明.pdf', type: 'application/pdf', data: onePage() }]
    const told = await object(mother, report({ case: no, element: 'household.address', evidence }))
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
    await world.runJobs()
    const item = (await itemsOf(no))['household-registration']
    expect(item?.state).not.toMatch(/received|refused|cancelled/)
    const police = await world.as('police')
    const view = await look(police, (reading) => presentItem(reading, { item: item?.id ?? '' }))
    const { objection } = view.facts.find(({ element }) => element === 'household.address') ?? {}
    expect(objection).toMatchObject({ no: told.no, outcome: 'open', files: [{ name: '证明.pdf' }] })
    const fileId = objection?.files[0]?.fileId ?? ''
    expect((await look(police, (reading) => fileOfCase(reading, no, fileId))).name).toBe('证明.pdf')
    const cdc = look(await world.as('cdc'), (reading) => fileOfCase(reading, no, fileId))
    expect(await refusalOf(cdc)).toBe('not_found')
  })
})

describe('a wrong value that a reviewer notices in a case', () => {
  it('is reported for the applicant, who is told how it ends', async () => {
    const mother = await world.as('mother07')
    const no = await sendNewborn(mother)
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
    await world.runJobs()
    const police = await world.as('police')
    const raised = await perform(police, (act) =>
      raiseObjection(act, { case: no, element: 'household.address', should: '新址', why: '与户籍底册不符' }),
    )
    const item = (await itemsOf(no))['household-registration']?.id ?? ''
    const view = await look(police, (reading) => presentItem(reading, { item }))
    expect(view.facts.find(({ element }) => element === 'household.address')?.objection).toMatchObject({
      no: raised.no,
      outcome: 'open',
    })
    const desk = await look(await world.as('data'), (reading) =>
      readDeskObjection(reading, { no: raised.no }),
    )
    expect(desk).toMatchObject({ caseNo: no, state: 'new' })
    await perform(await world.as('data'), (act) => dispatchObjection(act, { no: raised.no, note: '' }))
    await world.runJobs()
    expect(await noticesOf(mother)).toContain('objection_dispatched')
  })

  it('of a case that is not theirs is not found', async () => {
    const no = await sendNewborn(await world.as('mother08'))
    const foreign = perform(await world.as('tax'), (act) =>
      raiseObjection(act, { case: no, element: 'household.address', should: '新址', why: '与底册不符' }),
    )
    expect(await refusalOf(foreign)).toBe('not_found')
  })
})
