import { expect, it } from 'vitest'
import { heard, missed, SAID_MS, type Connection } from '#shared/work/connection.ts'

const NOON = 1_764_000_000_000

it('a lost connection is lost since it was first noticed, until the server answers again', () => {
  const lost = missed({ state: 'online' }, NOON)
  expect(lost).toEqual({ state: 'lost', since: NOON })
  expect(missed(lost, NOON + 9000)).toEqual({ state: 'lost', since: NOON })
  expect(heard(lost, NOON + 12_000)).toEqual({ state: 'back', at: NOON + 12_000 })
})

it('that it is back is said for a while, and not again with each answer', () => {
  const back: Connection = { state: 'back', at: NOON }
  expect(heard(back, NOON + SAID_MS - 1)).toBe(back)
  expect(heard(back, NOON + SAID_MS)).toEqual({ state: 'online' })
  expect(heard({ state: 'online' }, NOON)).toEqual({ state: 'online' })
  expect(missed(back, NOON + 5)).toEqual({ state: 'lost', since: NOON + 5 })
})
