import { describe, expect, it } from 'vitest'
import {
  afterWaiting,
  mayWait,
  nextAct,
  outcomeOf,
  sending,
  settled,
  takenUp,
  waits,
  WAITS_MS,
  withAct,
  withoutAct,
  type WaitingAct,
} from '#shared/work/outbox.ts'

const NOON = 1_764_000_000_000

function act(key: string, given: Partial<WaitingAct> = {}): WaitingAct {
  return {
    key,
    form: key,
    action: '/api/desk/items/1/decision',
    body: [['_key', key]],
    title: key,
    page: '/desk/items/1',
    by: 'clerk',
    at: NOON,
    tries: 0,
    state: 'waiting',
    ...given,
  }
}

const statesOf = (acts: readonly WaitingAct[]) => acts.map(({ key, state }) => `${key} ${state}`)

describe('what is posted while the connection is down', () => {
  it('waits in the order it was made; the same form once more takes the place of what was never sent', () => {
    const both = withAct(withAct([], act('a', { form: 'one' })), act('b'))
    expect(statesOf(withAct(both, act('c', { form: 'one' })))).toEqual(['c waiting', 'b waiting'])
    const doubted = both.map((each) => ({ ...each, tries: 1 }))
    expect(statesOf(withAct(doubted, act('c', { form: 'one' })))).toEqual([
      'a waiting',
      'b waiting',
      'c waiting',
    ])
  })

  it('waits only where it may be done later as well', () => {
    for (const action of [
      '/api/desk/items/0190/decision',
      '/api/desk/cases/YX2026/acceptance',
      '/api/desk/cases/YX2026/correction',
      '/api/desk/work/0190/orders/7/answer',
      '/api/tickets/YX1/reply',
    ])
      expect(mayWait(action), action).toBe(true)
    for (const action of [
      '/api/desk/queue/center/call',
      '/api/desk/counter/code',
      '/api/desk/screen/task',
      '/api/desk/cases/YX2026/facts/x',
      '/api/desk/cases/YX2026/look-ups',
      '/api/session/end',
      '/api/tickets',
      '/api/tickets/YX1/call-back',
    ])
      expect(mayWait(action), action).toBe(false)
  })

  it('goes out one after the other, and what was refused does not hold up the next', () => {
    let acts = [act('a'), act('b')]
    expect(nextAct(acts)?.key).toBe('a')
    acts = sending(acts, 'a')
    expect(acts[0]).toMatchObject({ state: 'sending', tries: 1 })
    const why = { code: 'changed_meanwhile', problems: [], params: { by: '王' } } as const
    acts = settled(acts, 'a', { kind: 'refused', why: { ...why, problems: [] } }, NOON + 5)
    expect(acts[0]).toMatchObject({ state: 'refused', endedAt: NOON + 5, why })
    expect(nextAct(acts)?.key).toBe('b')
    acts = settled(sending(acts, 'b'), 'b', { kind: 'done' }, NOON + 6)
    expect(nextAct(acts)).toBeUndefined()
    expect(waits(acts)).toBe(false)
  })

  it('is asked again under its key when no answer came, and holds up the next until one does', () => {
    const acts = settled(sending([act('a'), act('b')], 'a'), 'a', { kind: 'again' }, NOON)
    expect(nextAct(acts)).toMatchObject({ key: 'a', tries: 1 })
    expect(waits(acts)).toBe(true)
  })

  it('is not in doubt when only the session had ended', () => {
    const acts = settled(sending([act('a')], 'a'), 'a', { kind: 'signIn' }, NOON)
    expect(acts).toEqual([act('a')])
  })

  it('is not sent any more after a quarter of an hour', () => {
    const acts = [act('a'), act('b', { at: NOON + 1 }), act('c', { state: 'done' })]
    expect(statesOf(afterWaiting(acts, NOON + WAITS_MS))).toEqual(['a late', 'b waiting', 'c done'])
    expect(WAITS_MS).toBe(900_000)
  })

  it('is taken up by the next page: what was on its way is asked again, what is too old is not', () => {
    const acts = [act('a', { state: 'sending', tries: 1 }), act('b', { at: NOON - WAITS_MS })]
    expect(statesOf(takenUp(acts, NOON))).toEqual(['a waiting', 'b late'])
  })

  it('can be called back unless it is on its way', () => {
    const acts = sending([act('a'), act('b')], 'a')
    expect(statesOf(withoutAct(withoutAct(acts, 'a'), 'b'))).toEqual(['a sending'])
  })
})

describe('an answer', () => {
  it('of the server says what became of the act', () => {
    expect(outcomeOf(200, { id: 'x' })).toEqual({ kind: 'done' })
    expect(outcomeOf(401, { refusal: 'not_signed_in' })).toEqual({ kind: 'signIn' })
    expect(outcomeOf(409, { refusal: 'changed_meanwhile', params: { by: '王' } })).toEqual({
      kind: 'refused',
      why: { code: 'changed_meanwhile', problems: [], params: { by: '王' } },
    })
    expect(
      outcomeOf(422, { refusal: 'invalid_input', problems: [{ field: 'note', code: 'missing' }] }),
    ).toEqual({
      kind: 'refused',
      why: { code: 'invalid_input', problems: [{ field: 'note', code: 'missing' }], params: {} },
    })
  })

  it('of somebody on the way says nothing, whatever its status', () => {
    expect(outcomeOf(200, undefined)).toEqual({ kind: 'again' })
    expect(outcomeOf(502, undefined)).toEqual({ kind: 'again' })
    expect(outcomeOf(503, { message: 'down' })).toEqual({ kind: 'again' })
    expect(outcomeOf(200, 'welcome')).toEqual({ kind: 'again' })
  })
})
