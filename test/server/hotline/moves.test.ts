import { describe, expect, it } from 'vitest'
import { read } from '#db'
import { timeline } from '#domain/work/index.ts'
import { REACTIONS } from '#server/reactions.ts'
import { TICKET_MOVES } from '#shared/hotline/moves.ts'
import type { Move } from '#shared/work/move.ts'
import { MAKE, make, MOVE_NAMES, recordsOf, refusalOf, ticketIn, WAYS, type MoveName } from './desk.ts'

/* Monday 23 November 2026, 10:00. A complaint: a day to dispatch, one to sign for it, ten to handle it. */
const CLOCKS: Record<MoveName, [name: string, days: number, due: string] | 'stopped'> = {
  dispatch: ['sign', 1, '2026-11-24'],
  decline: 'stopped',
  sign: ['handle', 10, '2026-12-07'],
  return: ['dispatch', 1, '2026-11-24'],
  reply: ['callBack', 7, '2026-12-02'],
  close: 'stopped',
  rework: ['rework', 5, '2026-11-30'],
}

const moves: Record<MoveName, Move> = TICKET_MOVES.moves
const EVERYONE = ['lin', 'father', 'hotline', 'urban', 'police', 'counter', 'supervisor', 'auditor']

/** Who else may make a move, besides the account of the table: an agent who asks the caller by telephone. */
const OTHERS: Partial<Record<MoveName, string[]>> = { close: ['hotline'], rework: ['hotline'] }

describe.each(MOVE_NAMES)('%s', (name) => {
  const move = moves[name]
  const [from = ''] = move.from

  it.each(Object.keys(WAYS))('from %s is possible exactly when the table says so', async (state) => {
    const refusal = await refusalOf(make(name, await ticketIn(state)))
    if (move.from.includes(state)) expect(refusal).toBeUndefined()
    else expect(['move_not_possible', 'not_found']).toContain(refusal)
  })

  it('is refused to everyone else', async () => {
    const no = await ticketIn(from)
    const strangers = EVERYONE.filter((login) => login !== MAKE[name][0] && !OTHERS[name]?.includes(login))
    for (const login of strangers) {
      expect(['move_not_possible', 'not_found'], login).toContain(await refusalOf(make(name, no, login)))
    }
    expect((await recordsOf(no)).work.state).toBe(from)
  })

  it('leads to its state, with event, audit line, clock and jobs', async () => {
    const no = await ticketIn(from)
    await make(name, no)
    const { work, audit, jobs } = await recordsOf(no)
    expect(work.state).toBe(move.to)
    expect((await timeline(read(), work.id)).at(-1)).toMatchObject({ move: name, toState: move.to })
    expect(audit.map(({ verb }) => verb)).toContain(`ticket.${name}`)
    const clock = CLOCKS[name]
    if (clock === 'stopped') expect(work).toMatchObject({ clock: 'stopped' })
    else expect([work.clock, work.clockName, work.clockDays, work.dueDay]).toEqual(['running', ...clock])
    const event = `ticket.${name}`
    expect(jobs.filter(({ payload }) => payload.event === event).map(({ kind }) => kind)).toEqual(
      REACTIONS[event] ?? [],
    )
  })
})
