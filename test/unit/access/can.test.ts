import { expect, test } from 'vitest'
import { STRANGER, systemActor, type StaffActor } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'

const person = { kind: 'person', id: 'p', accountId: 'a', name: '林' } as const
const clerk: StaffActor = {
  kind: 'staff',
  id: 's',
  accountId: 'b',
  name: '王',
  units: ['police'],
  grants: [
    { right: 'cases.accept', scope: 'unit', unit: 'police' },
    { right: 'work.supervise', scope: 'all', unit: 'police' },
  ],
}

test('anyone may do what anyone may', () => {
  for (const actor of [STRANGER, person, clerk, systemActor('jobs')]) expect(can(actor, 'anyone')).toBe(true)
})

test('what is for people is not for staff, and the other way round', () => {
  expect([STRANGER, person, clerk].map((actor) => can(actor, 'person'))).toEqual([false, true, false])
  expect([STRANGER, person, clerk].map((actor) => can(actor, 'signedIn'))).toEqual([false, true, true])
  expect([STRANGER, person, clerk].map((actor) => can(actor, 'cases.accept'))).toEqual([false, false, true])
})

test('a right in a unit is a right in that unit alone; one for all is everywhere', () => {
  expect(can(clerk, 'cases.accept', 'police')).toBe(true)
  expect(can(clerk, 'cases.accept', 'health')).toBe(false)
  expect(can(clerk, 'work.supervise', 'health')).toBe(true)
  expect(unitsWith(clerk, 'cases.accept')).toEqual(['police'])
  expect(unitsWith(clerk, 'work.supervise')).toBe('all')
  expect(unitsWith(person, 'cases.accept')).toEqual([])
})

test('of several rights one is enough', () => {
  expect(can(clerk, ['audit.read', 'cases.accept'])).toBe(true)
  expect(can(clerk, ['audit.read'])).toBe(false)
})
