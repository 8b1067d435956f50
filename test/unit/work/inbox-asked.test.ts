import { expect, test } from 'vitest'
import { inboxAsked, inboxQuery } from '#shared/work/inbox-asked.ts'

test('what is asked of the inbox goes through an address and back', () => {
  const asked = {
    kind: 'caseItem',
    state: 'not-ours',
    due: 'today',
    whose: 'nobody',
    unit: 'public-security',
  }
  expect(inboxAsked(inboxQuery(asked))).toEqual(asked)
  expect(inboxQuery({})).toBe('')
})

test('what has no place in the address of the inbox is left out of it', () => {
  expect(inboxQuery({ state: ['held', 'special'], due: '', after: 'x', unit: 'a b&kind=ticket' })).toBe('')
  expect(inboxAsked('whose=mine&name=x&state=%0d%0aset-cookie')).toEqual({ whose: 'mine' })
})
