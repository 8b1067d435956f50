import { describe, expect, it } from 'vitest'
import { read } from '#db'
import { timeline } from '#domain/work/index.ts'
import { REACTIONS } from '#server/reactions.ts'
import { RECTIFICATION_MOVES } from '#shared/ratings/moves.ts'
import type { Move } from '#shared/work/move.ts'
import { make, recordsOf, rectificationIn, refusalOf, WAYS, type MoveName } from './rated.ts'

/* Monday 23 November 2026, 10:00: five working days to put it right, three for the rater's word. */
const CLOCKS: Record<MoveName, [name: string, days: number, due: string] | 'stopped'> = {
  contact: ['fix', 5, '2026-11-30'],
  answer: ['acknowledge', 3, '2026-11-26'],
  acknowledge: 'stopped',
}

const DOER: Record<MoveName, string> = { contact: 'health', answer: 'health', acknowledge: 'lin' }
const EVERYONE = ['lin', 'father', 'health', 'police', 'counter', 'hotline', 'supervisor', 'auditor']
const moves: Record<MoveName, Move> = RECTIFICATION_MOVES.moves

describe.each(Object.keys(DOER) as MoveName[])('%s', (name) => {
  const move = moves[name]
  const [from = ''] = move.from

  it.each(Object.keys(WAYS))('from %s is possible exactly when the table says so', async (state) => {
    const refusal = await refusalOf(make(name, await rectificationIn(state)))
    expect(refusal?.code).toBe(move.from.includes(state) ? undefined : 'move_not_possible')
  })

  it('is refused to everyone else', async () => {
    const rating = await rectificationIn(from)
    for (const login of EVERYONE.filter((each) => each !== DOER[name])) {
      const refusal = await refusalOf(make(name, rating, login))
      expect(['move_not_possible', 'not_found'], login).toContain(refusal?.code)
    }
    expect((await recordsOf(rating.id)).work?.state).toBe(from)
  })

  it('leads to its state, with event, audit line, clock and jobs', async () => {
    const rating = await rectificationIn(from)
    await make(name, rating)
    const { work, audit, jobs } = await recordsOf(rating.id)
    expect(work?.state).toBe(move.to)
    expect((await timeline(read(), rating.id)).at(-1)).toMatchObject({ move: name, toState: move.to })
    expect(audit.map(({ verb }) => verb)).toContain(`rectification.${name}`)
    const clock = CLOCKS[name]
    if (clock === 'stopped') expect(work?.clock).toBe('stopped')
    else expect([work?.clock, work?.clockName, work?.clockDays, work?.dueDay]).toEqual(['running', ...clock])
    const event = `rectification.${name}`
    expect(jobs.filter(({ payload }) => payload.event === event).map(({ kind }) => kind)).toEqual(
      REACTIONS[event] ?? [],
    )
  })
})
