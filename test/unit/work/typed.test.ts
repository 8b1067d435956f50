import { expect, it } from 'vitest'
import { formKey, mayBeKept, wasAnswered } from '#shared/work/typed.ts'

const ACTION = '/api/desk/items/1/decision'
const key = (path: string, ...unseen: [string, string][]) => formKey(path, ACTION, unseen)

it('a form is known again by its page and what it posts unseen, in both languages, whatever its version', () => {
  const here = key('/desk/items/1', ['_key', 'a'], ['version', '3'], ['decision', 'deny'])
  expect(key('/en/desk/items/1', ['_key', 'b'], ['version', '4'], ['decision', 'deny'])).toBe(here)
  expect(key('/desk/items/1', ['decision', 'suspend'])).not.toBe(here)
  expect(key('/desk/cases/1', ['decision', 'deny'])).not.toBe(here)
  expect(key('/en', ['a', 'b'])).toBe(key('/', ['a', 'b']))
})

it('what identifies people, signs in, or is asked anew each time is kept nowhere', () => {
  expect(mayBeKept(ACTION)).toBe(true)
  expect(mayBeKept('/api/tickets/YX1/reply')).toBe(true)
  for (const action of [
    '/api/desk/counter/person',
    '/api/desk/counter',
    '/api/session',
    '/api/drafts',
    '/api/desk/screen/code',
  ])
    expect(mayBeKept(action), action).toBe(false)
})

it('what was posted was answered when the next page came from one of ours, and not when one went back', () => {
  const ours = 'https://yizhan.example'
  expect(wasAnswered('navigate', `${ours}/desk/items/1`, ours)).toBe(true)
  expect(wasAnswered('reload', `${ours}/desk/items/1`, ours)).toBe(true)
  expect(wasAnswered('back_forward', `${ours}/desk/items/1`, ours)).toBe(false)
  expect(wasAnswered('navigate', '', ours)).toBe(false)
  expect(wasAnswered('navigate', 'https://elsewhere.example/', ours)).toBe(false)
})
