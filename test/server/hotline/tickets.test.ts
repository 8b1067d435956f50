import { describe, expect, it } from 'vitest'
import * as hotline from '#domain/hotline/index.ts'
import { listNotices, unreadCount } from '#domain/notices/index.ts'
import { perform } from '#domain/perform.ts'
import { handleTicketNotice } from '#domain/hotline/index.ts'
import { Refusal } from '#shared/refusal.ts'
import { act, COMPLAINT, fileTicket, make, recordsOf, refusalOf, see, ticketIn, world } from './desk.ts'

describe('filing a ticket', () => {
  it('numbers it by day, opens its clock and audits it', async () => {
    const no = await fileTicket()
    expect(no).toMatch(/^20261123\d{6}$/)
    const { work, audit } = await recordsOf(no)
    expect(work).toMatchObject({
      state: 'filed',
      unit: 'hotline-center',
      clockName: 'dispatch',
      dueDay: '2026-11-24',
    })
    expect(audit.map(({ verb }) => verb)).toEqual(['ticket.file'])
  })

  it('gives every ticket its own number', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => fileTicket()))
    expect(new Set(numbers).size).toBe(8)
  })

  it('with urgent words is taken only once the caller has seen the emergency numbers', async () => {
    const text = '楼道里堆满纸箱，昨天差点着火，没有人管。'
    const refused = await act('lin', (it) => hotline.file(it, { ...COMPLAINT, text })).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ detail: { problems: [{ field: 'notUrgent', code: 'urgent_words' }] } })
    expect(await fileTicket({ text, notUrgent: true })).toMatch(/^20261123/)
  })

  it.each(['kind', 'category'] as const)('names an unknown %s', async (field) => {
    const refused = await fileTicket({ [field]: 'nothing' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ detail: { problems: [{ field, code: 'not_an_option' }] } })
  })
})

describe('who sees a ticket', () => {
  const CASES: [login: string, state: string, sees: boolean][] = [
    ['hotline', 'filed', true],
    ['urban', 'filed', false],
    ['urban', 'dispatched', true],
    ['police', 'dispatched', false],
    ['urban', 'returned', false],
    ['supervisor', 'handling', true],
    ['counter', 'handling', false],
    ['father', 'handling', false],
  ]

  it.each(CASES)('%s with a ticket that is %s: %s', async (login, state, sees) => {
    const no = await ticketIn(state)
    const refusal = await refusalOf(see(login, (it) => hotline.readDeskTicket(it, { no })))
    expect(refusal).toBe(sees ? undefined : 'not_found')
  })

  it('only its caller reads it as a citizen', async () => {
    const no = await ticketIn('handling')
    expect((await see('lin', (it) => hotline.readTicket(it, { no }))).no).toBe(no)
    for (const login of ['father', 'hotline', 'urban']) {
      expect(await refusalOf(see(login, (it) => hotline.readTicket(it, { no })))).toBe('not_found')
    }
  })

  it('every look at the desk is audited', async () => {
    const no = await ticketIn('dispatched')
    await see('urban', (it) => hotline.readDeskTicket(it, { no }))
    expect((await recordsOf(no)).audit.map(({ verb }) => verb)).toContain('ticket.read')
  })
})

describe('the caller at the desk', () => {
  it('has a masked phone, shown in full for a reason that is audited', async () => {
    const no = await ticketIn('dispatched')
    const masked = await see('urban', (it) => hotline.readDeskTicket(it, { no }))
    expect(masked.caller?.phone).toMatch(/^1\d\d\*{4}\d{4}$/)
    const shown = await see('urban', (it) => hotline.readDeskTicket(it, { no, reveal: 'contact' }))
    expect(shown.caller?.phone).toMatch(/^1\d{10}$/)
    const looks = (await recordsOf(no)).audit.filter(({ verb }) => verb === 'ticket.phone')
    expect(looks.map(({ detail }) => detail.reason)).toEqual(['contact'])
  })

  it('who asked for it is unknown to the department, even when it asks for the number', async () => {
    const no = await ticketIn('dispatched', { secret: true })
    expect(
      (await see('urban', (it) => hotline.readDeskTicket(it, { no, reveal: 'contact' }))).caller,
    ).toBeNull()
    expect((await see('hotline', (it) => hotline.readDeskTicket(it, { no }))).caller?.name).toBeTruthy()
    expect((await recordsOf(no)).audit.some(({ verb }) => verb === 'ticket.phone')).toBe(false)
  })

  it('is offered what this reader may do, and no more', async () => {
    const no = await ticketIn('filed')
    const view = await see('hotline', (it) => hotline.readDeskTicket(it, { no }))
    expect(view.moves.sort()).toEqual(['decline', 'dispatch'])
    expect(view.suggested).toBe('urban-management')
    expect(view.departments.some(({ code }) => code === 'hotline-center')).toBe(false)
    expect((await see('supervisor', (it) => hotline.readDeskTicket(it, { no }))).moves).toEqual([])
  })
})

describe('returning', () => {
  it('is possible twice; then the hotline centre has decided', async () => {
    const no = await ticketIn('returned')
    for (const move of ['dispatch', 'return', 'dispatch'] as const) await make(move, no)
    expect((await see('urban', (it) => hotline.readDeskTicket(it, { no }))).moves).toEqual(['sign'])
    expect(await refusalOf(make('return', no))).toBe('move_not_possible')
  })

  it('tells the caller that it happened, not what the department wrote', async () => {
    const no = await ticketIn('returned')
    const mine = await see('lin', (it) => hotline.readTicket(it, { no }))
    expect(mine.timeline.at(-1)).toMatchObject({ move: 'return', note: null })
    const desk = await see('hotline', (it) => hotline.readDeskTicket(it, { no }))
    expect(desk.timeline.at(-1)?.note).toBe('属市场监管部门')
  })
})

describe('wrong choices at the desk', () => {
  it('an unknown department or the centre itself cannot get a ticket', async () => {
    const no = await ticketIn('filed')
    for (const department of ['nowhere', 'hotline-center']) {
      expect(await refusalOf(act('hotline', (it) => hotline.dispatch(it, { no, department })))).toBe(
        'invalid_input',
      )
    }
  })

  it('a ticket is declined only for a published reason', async () => {
    const no = await ticketIn('filed')
    const decline = act('hotline', (it) => hotline.decline(it, { no, reason: 'bored', note: '不' }))
    expect(await refusalOf(decline)).toBe('invalid_input')
  })

  it('a declined ticket tells its caller the reason and what to do instead, in their language', async () => {
    const no = await ticketIn('declined')
    const asking = { ...(await world.as('lin')), lang: 'en' as const }
    const view = await perform(asking, (it) => hotline.readTicket(it, { no }))
    expect(view.timeline.at(-1)).toMatchObject({
      move: 'decline',
      note: '请联系电网公司',
      reason: { code: 'not-ours' },
    })
    expect(view.timeline.at(-1)?.reason?.label).toBe('Not a matter of this city’s government')
  })
})

describe('the call-back', () => {
  it('keeps the answers, and a rework shows them to the department', async () => {
    const no = await ticketIn('replied')
    await act('lin', (it) =>
      hotline.callBack(it, { no, contacted: false, solved: false, satisfied: 1, remark: '还在摆' }),
    )
    const view = await see('urban', (it) => hotline.readDeskTicket(it, { no }))
    expect(view.callBack).toEqual({ contacted: false, solved: false, satisfied: 1, remark: '还在摆' })
    expect(view).toMatchObject({ state: 'handling', dueDay: '2026-11-30', moves: ['reply'] })
  })

  it('can be asked on the telephone by an agent', async () => {
    const no = await ticketIn('replied')
    const view = await act('hotline', (it) =>
      hotline.callBackByAgent(it, { no, contacted: true, solved: true, satisfied: 4, remark: '' }),
    )
    expect(view).toMatchObject({ state: 'closed', moves: [] })
  })

  it('is asked anew after a second reply', async () => {
    const no = await ticketIn('replied')
    for (const move of ['rework', 'reply'] as const) await make(move, no)
    const mine = await see('lin', (it) => hotline.readTicket(it, { no }))
    expect(mine).toMatchObject({ state: 'replied', callBack: null, moves: ['close', 'rework'] })
  })
})

describe('the caller is told', () => {
  it('of dispatch and reply, once each, however often the job runs', async () => {
    const no = await ticketIn('replied')
    await world.runJobs()
    const { ticket } = await recordsOf(no)
    const about = async () =>
      (await see('lin', (it) => listNotices(it, {}))).rows.filter(({ link }) => link === `/hotline/${no}`)
    expect((await about()).map(({ kind }) => kind).sort()).toEqual(['ticket_dispatched', 'ticket_replied'])
    await handleTicketNotice({ event: 'ticket.reply', workId: ticket.id }, world.now())
    expect(await about()).toHaveLength(2)
    expect((await about())[0]?.params.department).toBe('云溪市住房和城市管理局')
  })

  it('again when a second reply comes', async () => {
    const no = await ticketIn('replied')
    await world.runJobs()
    const before = await see('lin', (it) => unreadCount(it.tx, it.actor.kind === 'person' ? it.actor.id : ''))
    world.at('2026-11-24T10:00:00+08:00')
    for (const move of ['rework', 'reply'] as const) await make(move, no)
    await world.runJobs()
    const after = await see('lin', (it) => unreadCount(it.tx, it.actor.kind === 'person' ? it.actor.id : ''))
    expect(after).toBe(before + 1)
  })
})

describe('my tickets', () => {
  it('come newest first, page by page, and are mine only', async () => {
    for (let i = 0; i < 22; i += 1) await fileTicket({}, 'father')
    const first = await see('father', (it) => hotline.myTickets(it, {}))
    expect(first.rows).toHaveLength(20)
    const second = await see('father', (it) => hotline.myTickets(it, { before: first.next ?? undefined }))
    expect(second).toMatchObject({ next: null, rows: { length: 2 } })
    const numbers = [...first.rows, ...second.rows].map(({ no }) => no)
    expect(numbers).toEqual([...numbers].sort().reverse())
    expect((await see('elder', (it) => hotline.myTickets(it, {}))).rows).toEqual([])
  })
})
