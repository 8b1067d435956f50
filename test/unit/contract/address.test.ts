import * as v from 'valibot'
import { expect, test } from 'vitest'
import { addressOf, answers, get, post } from '#shared/contract/contract.ts'
import { Many } from '#shared/contract/fields.ts'

const read = get('/api/cases/:no/items/:id', v.object({}), answers<null>())

test('the parts of a path are filled in and escaped, the rest of a question becomes the query', () => {
  expect(
    addressOf(read, { no: 'T1', id: '甲/乙', page: 2, tags: ['a', 'b'], nothing: undefined, blank: '' }),
  ).toBe('/api/cases/T1/items/%E7%94%B2%2F%E4%B9%99?page=2&tags=a&tags=b')
})

test('a post carries its input in the body alone', () => {
  expect(
    addressOf(post('/api/cases/:no/decision', v.object({}), answers<null>()), { no: 'T1', note: 'x' }),
  ).toBe('/api/cases/T1/decision')
})

test('one ticked box comes as a text and is taken as a list', () => {
  expect(v.parse(Many, 'a')).toEqual(['a'])
  expect(v.parse(Many, ['a', '', 'b'])).toEqual(['a', 'b'])
  expect(v.parse(Many, undefined)).toEqual([])
})
