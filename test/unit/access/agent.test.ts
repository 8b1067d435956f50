import { expect, it } from 'vitest'
import { personOfAgent } from '#shared/access/actor.ts'

it('an application names as its agent a person, a member of staff, who is none, or nobody', () => {
  expect(['person:p1', 'staff:s1', ''].map(personOfAgent)).toEqual(['p1', '', ''])
})
