import { beforeAll, describe, expect, it } from 'vitest'
import {
  acceptCase,
  askCorrection,
  correctCase,
  correctionForm,
  decideItem,
  presentDeskCase,
  presentOwnCase,
  sendCase,
  withdrawCase,
} from '#domain/cases/index.ts'
import { invite, ownInvitations, readInvitation } from '#domain/agreements/index.ts'
import { read } from '#db'
import { latestEntries, verifyChains } from '#domain/audit/index.ts'
import { deskInbox } from '#domain/insight/index.ts'
import { ownCertificates } from '#domain/certificates/index.ts'
import { certificatesOfCase } from '#domain/certificates/store.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform } from '#domain/perform.ts'
import { residentId } from '#shared/elements/types/resident-id.ts'
import { ALL_CHECKED, handOver, itemsOf } from '../../support/desk.ts'
import { fillDraft, sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function accept(no: string): Promise<void> {
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
}

async function decide(
  login: string,
  no: string,
  item: string,
  decision: 'grant' | 'deny',
  note = '',
): Promise<void> {
  const id = (await itemsOf(no))[item]?.id ?? ''
  await perform(await world.as(login), (act) =>
    decideItem(act, { item: id, decision, note, checked: ALL_CHECKED }),
  )
  await world.runJobs()
  await handOver(world, id)
}

describe('a newborn’s case', () => {
  it('runs in the order of its prerequisites, produces the resident id and closes', async () => {
    const mother = await world.as('mother01')
    const no = await sendNewborn(mother)
    await world.runJobs()
    expect(Object.values(await itemsOf(no)).map((item) => item.state)).toEqual(Array(6).fill('received'))

    await accept(no)
    let items = await itemsOf(no)
    expect(items['birth-certificate']).toMatchObject({
      state: 'reviewing',
      clock: 'running',
      dueDay: '2026-11-24',
    })
    for (const code of ['household-registration', 'medical-insurance', 'vaccination-record']) {
      expect(items[code]).toMatchObject({ state: 'waiting', dueDay: '9999-12-31' })
    }

    world.at('2026-11-24T09:00:00+08:00')
    await decide('hospital', no, 'birth-certificate', 'grant')
    items = await itemsOf(no)
    expect(items['vaccination-record']?.state).toBe('granted')
    expect(items['household-registration']).toMatchObject({ state: 'reviewing', dueDay: '2026-11-26' })
    expect(items['medical-insurance']?.state).toBe('waiting')

    await decide('police', no, 'household-registration', 'grant')
    items = await itemsOf(no)
    expect(items['medical-insurance']).toMatchObject({ state: 'reviewing', clock: 'running' })
    for (const [login, item] of [
      ['insurance', 'medical-insurance'],
      ['social', 'social-security-card'],
      ['health', 'birth-registration'],
    ] as const) {
      await decide(login, no, item, 'grant')
    }

    const view = await look(await world.as('mother01'), (reading) => presentOwnCase(reading, { no }))
    expect(view.state).toBe('closed')
    expect(view.moves).toEqual(['rate'])
    const rule = view.items.find((item) => item.code === 'vaccination-record')?.explanation
    expect(rule?.conditions.map((each) => each.holds)).toEqual([true, true, true])
    expect(rule?.conditions.every((each) => each.source !== '')).toBe(true)

    const cards = await look(await world.as('mother01'), (reading) => ownCertificates(reading))
    expect(cards).toHaveLength(5)
    const shown = cards.flatMap((card) => card.pairs).map((pair) => pair.value)
    expect(shown.filter((value) => /\d{17}[\dX]/.test(value))).toEqual([])
    expect(shown).toContainEqual(expect.stringMatching(/^3499\d{2}\*{8}\d{3}[\dX]$/))
    const printed = await certificatesOfCase(read(), items['birth-certificate']?.parentId ?? '')
    const number = printed.map((row) => row.face['child.residentId']).find(Boolean) ?? ''
    expect(
      residentId.check(
        number,
        { code: 'x', type: 'residentId', label: { zh: '', en: '' }, sensitivity: 'open' },
        { today: '2026-11-24' },
      ),
    ).toBeNull()
    const notices = await look(await world.as('mother01'), (reading) => listNotices(reading, {}))
    expect(notices.rows.map((notice) => notice.kind)).toContain('case_closed')
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('pauses for a correction of just the named field and goes on with what was corrected', async () => {
    const mother = await world.as('mother02')
    const no = await sendNewborn(mother)
    await perform(await world.as('counter'), (act) =>
      askCorrection(act, { no, elements: ['father.phone'], note: '父亲的手机号码打不通，请核对。' }),
    )
    const paused = await itemsOf(no)
    expect(paused['birth-registration']).toMatchObject({ state: 'correcting', clock: 'paused' })
    expect(paused['medical-insurance']?.state).toBe('received')

    const form = await look(mother, (reading) => correctionForm(reading, { no }))
    expect(form.fields.map((field) => field.name)).toEqual(['father.phone'])
    await expect(
      perform(mother, (act) => correctCase(act, { no, 'father.phone': '123' })),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ field: 'father.phone', code: 'phone_form' }] },
    })
    await perform(mother, (act) =>
      correctCase(act, { no, 'father.phone': '140 0000 0009', 'child.name': '改不了' }),
    )
    expect((await itemsOf(no))['birth-registration']).toMatchObject({ state: 'received', clock: 'running' })
    const { items } = await look(mother, (reading) => presentOwnCase(reading, { no }))
    expect(items.every((item) => item.state === 'received')).toBe(true)
  })

  it('cancels what depended on an item that is denied, and says why with the remedy', async () => {
    const mother = await world.as('mother03')
    const no = await sendNewborn(mother)
    await accept(no)
    await decide('hospital', no, 'birth-certificate', 'grant')
    await expect(decide('police', no, 'household-registration', 'deny')).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await decide('police', no, 'household-registration', 'deny', '落户地址与登记不符。')
    const items = await itemsOf(no)
    expect(items['household-registration']?.state).toBe('denied')
    expect(items['medical-insurance']?.state).toBe('cancelled')
    expect(items['social-security-card']?.state).toBe('cancelled')
    const view = await look(mother, (reading) => presentOwnCase(reading, { no }))
    const denied = view.items.find((item) => item.code === 'household-registration')
    expect(denied?.reason).toBe('落户地址与登记不符。')
    expect(denied?.remedy).toContain('行政复议')
  })

  it('is sent once, however often sending is repeated', async () => {
    const mother = await world.as('mother04')
    const draft = await fillDraft(mother)
    const numbers = await Promise.all(
      [1, 2, 3].map(() =>
        perform(mother, (act) => sendCase(act, { draft })).catch((error: Error) => error.message),
      ),
    )
    const sent = numbers.filter((each) => typeof each === 'object').map((each) => each.no)
    expect(new Set(sent).size).toBe(1)
    expect((await perform(mother, (act) => sendCase(act, { draft }))).no).toBe(sent[0])
  })

  it('keeps the departments apart: nobody decides what is not theirs, nor what they accepted', async () => {
    const no = await sendNewborn(await world.as('mother05'))
    await accept(no)
    const id = (await itemsOf(no))['birth-certificate']?.id ?? ''
    for (const login of ['police', 'mother05', 'mother06', 'stranger']) {
      const other = await world.as(login)
      await expect(
        perform(other, (act) => decideItem(act, { item: id, decision: 'grant', note: '' })),
      ).rejects.toMatchObject({
        code: login === 'mother05' ? 'move_not_possible' : 'not_found',
      })
    }
    const counter = await world.as('counter')
    await expect(
      perform(counter, (act) => decideItem(act, { item: id, decision: 'grant', note: '' })),
    ).rejects.toMatchObject({
      code: 'move_not_possible',
    })
  })

  it('shows a case to its applicant and to nobody else', async () => {
    const no = await sendNewborn(await world.as('mother06'))
    const stranger = await world.as('mother07')
    await expect(look(stranger, (reading) => presentOwnCase(reading, { no }))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('can be withdrawn before it is decided', async () => {
    const mother = await world.as('mother08')
    const no = await sendNewborn(mother)
    await perform(mother, (act) => withdrawCase(act, { no }))
    await world.runJobs()
    expect(Object.values(await itemsOf(no)).every((item) => item.state === 'withdrawn')).toBe(true)
    expect((await look(mother, (reading) => presentOwnCase(reading, { no }))).state).toBe('closed')
  })

  it('counts the days to accept across the weekend and from the next working day after hours', async () => {
    world.at('2026-11-27T20:00:00+08:00')
    const no = await sendNewborn(await world.as('mother09'), { 'child.name': '陈安' })
    expect((await itemsOf(no))['birth-certificate']?.dueDay).toBe('2026-12-07')
    world.at('2026-11-23T10:00:00+08:00')
  })

  it('is held, and its department told, when a character of the certificate cannot be drawn', async () => {
    const mother = await world.as('lin')
    const no = await sendNewborn(mother, { 'child.name': '林\u{30EDD}' }, [await world.as('spouse')])
    await accept(no)
    await decide('hospital', no, 'birth-certificate', 'grant')
    const held = (await itemsOf(no))['birth-certificate']
    expect(held?.state).toBe('held')
    expect((await itemsOf(no))['household-registration']?.state).toBe('waiting')
    const inbox = await look(await world.as('hospital'), (reading) =>
      deskInbox(reading, { kind: 'caseItem' }),
    )
    expect(inbox.lines.find((line) => line.id === held?.id)?.moves).toEqual(['retry'])
    const certificates = await look(mother, (reading) => ownCertificates(reading))
    expect(certificates).toEqual([])
    // What only repeats her words is printed with a mark in the place of the character.
    const { documents } = await look(mother, (reading) => presentOwnCase(reading, { no }))
    expect(documents.map(({ kind }) => kind)).toContain('application')
  })

  it('waits for the other parent where the parents’ ethnicities differ, who sees only their part', async () => {
    const mother = await world.as('lin')
    await expect(sendNewborn(mother)).rejects.toMatchObject({ code: 'agreement_missing' })
    const spouse = await world.as('spouse')
    expect(await look(spouse, ownInvitations)).toEqual([])
    const draft = await fillDraft(mother)
    await perform(mother, (act) => invite(act, { draft }))
    const [invitation] = await look(spouse, ownInvitations)
    const part = await look(spouse, (reading) => readInvitation(reading, { agreement: invitation?.id ?? '' }))
    expect(JSON.stringify(part)).toContain('林小满')
    expect(JSON.stringify(part)).not.toContain('mother.residentId')
    expect(JSON.stringify(part)).not.toContain('349901199504180029')
  })

  it('leaves a line in the audit trail for every look of staff', async () => {
    const no = await sendNewborn(await world.as('mother11'), { 'situation.married': 'no' })
    const counter = await world.as('counter')
    await look(counter, (reading) => presentDeskCase(reading, { no }))
    const entries = await latestEntries(read(), 5000)
    const looks = entries.filter((entry) => entry.verb === 'cases.look')
    expect(looks.map((entry) => [entry.actorKind, entry.detail])).toContainEqual(['staff', { no }])
    expect((await verifyChains(read())).every((chain) => chain.brokenAt === null)).toBe(true)
  })
})
