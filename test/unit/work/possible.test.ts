import { describe, expect, test } from 'vitest'
import { STRANGER, systemActor, type PersonActor, type StaffActor } from '#shared/access/actor.ts'
import type { Right } from '#shared/access/rights.ts'
import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { possibleMoves } from '#shared/work/possible.ts'

const mother: PersonActor = { kind: 'person', id: 'mother', accountId: 'a1', name: '林' }

function staff(id: string, unit: string, ...rights: Right[]): StaffActor {
  return {
    kind: 'staff',
    id,
    accountId: id,
    name: id,
    units: [unit],
    grants: rights.map((right) => ({ right, scope: 'unit', unit })),
  }
}

const clerk = staff('clerk', 'police', 'cases.accept')
const reviewer = staff('reviewer', 'police', 'cases.decide')
const item = { state: 'received', unit: 'police', ownerId: 'mother', doers: {} }

describe('the moves of a case item', () => {
  test('are those of the state and of the rights in its unit', () => {
    expect(possibleMoves(CASE_ITEM_MOVES, item, clerk)).toEqual([
      'ask',
      'accept',
      'acceptTolerated',
      'acceptWaiting',
      'refuse',
      'redirect',
    ])
    expect(possibleMoves(CASE_ITEM_MOVES, item, reviewer)).toEqual([])
    expect(possibleMoves(CASE_ITEM_MOVES, { ...item, unit: 'health' }, clerk)).toEqual([])
  })

  test('of the owner are theirs alone', () => {
    expect(possibleMoves(CASE_ITEM_MOVES, item, mother)).toEqual(['withdraw'])
    expect(possibleMoves(CASE_ITEM_MOVES, item, { ...mother, id: 'somebody' })).toEqual([])
    expect(possibleMoves(CASE_ITEM_MOVES, item, STRANGER)).toEqual([])
  })

  test('keep deciding from whoever accepted', () => {
    const both = staff('both', 'police', 'cases.accept', 'cases.decide')
    const reviewing = { ...item, state: 'reviewing', doers: { accept: 'both' } }
    expect(possibleMoves(CASE_ITEM_MOVES, reviewing, both)).toEqual([])
    expect(possibleMoves(CASE_ITEM_MOVES, reviewing, reviewer)).toEqual([
      'startProcedure',
      'askInReview',
      'publicise',
      'askExtension',
      'propose',
      'grant',
      'deny',
    ])
  })

  test('let a rule grant what it accepted: it is no person who could be partial', () => {
    const reviewing = { ...item, state: 'reviewing', doers: { accept: 'cases' } }
    expect(possibleMoves(CASE_ITEM_MOVES, reviewing, systemActor('cases'))).toContain('grant')
  })

  test('of the product itself are its own', () => {
    expect(possibleMoves(CASE_ITEM_MOVES, { ...item, state: 'waiting' }, systemActor('cases'))).toEqual([
      'release',
      'releaseTolerated',
      'lapse',
      'cancel',
    ])
  })

  test('keep deciding from whoever accepted what then had to wait, or to be completed', () => {
    const both = staff('both', 'police', 'cases.accept', 'cases.decide')
    for (const move of ['acceptWaiting', 'acceptTolerated'])
      expect(
        possibleMoves(CASE_ITEM_MOVES, { ...item, state: 'reviewing', doers: { [move]: 'both' } }, both),
      ).toEqual([])
  })

  test('are made once where the law says once', () => {
    const asked = { ...item, state: 'reviewing', doers: { askExtension: 'reviewer' } }
    expect(possibleMoves(CASE_ITEM_MOVES, asked, reviewer)).not.toContain('askExtension')
  })

  test('leave out what the item does not allow', () => {
    const holds = (must: string) => must === 'fourEyes'
    const reviewing = { ...item, state: 'reviewing' }
    expect(possibleMoves(CASE_ITEM_MOVES, reviewing, reviewer, holds)).toEqual(['propose'])
  })

  test('let two people decide where two eyes are not enough', () => {
    const head = staff('head', 'police', 'cases.decide', 'cases.approve')
    const proposed = { ...item, state: 'proposed', doers: { propose: 'head' } }
    expect(possibleMoves(CASE_ITEM_MOVES, proposed, head)).toEqual([])
    expect(possibleMoves(CASE_ITEM_MOVES, { ...proposed, doers: { propose: 'reviewer' } }, head)).toEqual([
      'sendBack',
      'approveGrant',
      'approveDenial',
    ])
  })

  test('end where it ends', () => {
    for (const actor of [mother, clerk, reviewer, systemActor('cases')])
      expect(possibleMoves(CASE_ITEM_MOVES, { ...item, state: 'granted' }, actor)).toEqual([])
  })
})
