import { expect, test } from 'vitest'
import { DECISIONS, PLAIN, sorted, WITH_FIELDS } from '#shared/cases/desk-forms.ts'
import { DESK_MOVES } from '#shared/cases/desk-moves.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { CASE_ITEM_CODES } from '#shared/cases/states.ts'
import { keysOf } from '../../guard/locales.ts'

const moves = ['open', ...Object.keys(CASE_ITEM_MOVES.moves)]
const states = Object.keys(CASE_ITEM_CODES)

test('every state and every move of a case item has a name and a sentence for the applicant', () => {
  const wanted = {
    cases: [...states.map((state) => `item_${state}`), ...moves.map((move) => `move_${move}`)],
    'case-words': [...states.map((state) => `state_${state}`), ...moves.map((move) => `said_${move}`)],
  }
  for (const [module, keys] of Object.entries(wanted)) {
    const known = new Set(keysOf(module))
    expect(keys.filter((key) => !known.has(key))).toEqual([])
  }
})

test('the desk page offers every move that staff make with an item, each in one place and with its words', () => {
  const places = [...DECISIONS, ...Object.keys(PLAIN), ...Object.keys(WITH_FIELDS), 'startProcedure']
  expect([...places].sort()).toEqual([...DESK_MOVES].sort())
  const known = new Set(keysOf('desk'))
  const withWords = Object.entries(WITH_FIELDS).flatMap(([move, fields]) => [
    `do_${move}`,
    ...(fields.includes('note') ? [`note_${move}`, `hint_${move}`] : []),
  ])
  const plain = Object.keys(PLAIN).map((move) => `do_${move}`)
  expect([...withWords, ...plain].filter((key) => !known.has(key))).toEqual([])
})

test('what one comes for stands first, what is rare is folded away', () => {
  expect(sorted(['suspend', 'revoke', 'post', 'deliver', 'grant'])).toEqual({
    first: ['deliver', 'post'],
    rare: ['suspend', 'revoke'],
  })
})
