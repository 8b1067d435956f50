import { expect, test } from 'vitest'
import { isSame } from '#shared/same.ts'

test('the order of keys makes no difference, at any depth; that of a list does', () => {
  expect(isSame({ a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 })).toBe(true)
  expect(isSame({ all: [1, 2] }, { all: [2, 1] })).toBe(false)
})

test('what is left out is as what is undefined, and not as what is empty', () => {
  expect(isSame({ when: undefined }, {})).toBe(true)
  expect(isSame({ when: {} }, {})).toBe(false)
})

test('a key is no value: the same words the other way round ask something else', () => {
  expect(isSame({ residentId: 'name' }, { name: 'residentId' })).toBe(false)
  expect(isSame({ a: 'b,c' }, { a: 'b', c: '' })).toBe(false)
  expect(isSame({ a: 1 }, [['a', 1]])).toBe(false)
})
