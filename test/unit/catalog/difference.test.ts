import { expect, test } from 'vitest'
import { differencesOf } from '../../../shared/catalog/difference.ts'

test('rows are compared by what people know them by, so that a new first row changes nothing else', () => {
  const before = { needs: [{ element: 'a' }, { element: 'b', optional: true }] }
  const after = { needs: [{ element: 'n' }, { element: 'a' }, { element: 'b' }] }
  expect(differencesOf(before, after)).toEqual([
    { path: 'needs[n]', to: '{"element":"n"}' },
    { path: 'needs[b].optional', from: 'true' },
  ])
})

test('a text is shown in both languages, a place within it by its own', () => {
  expect(differencesOf({ name: { zh: '旧', en: 'old' } }, { name: { zh: '新', en: 'old' } })).toEqual([
    { path: 'name.zh', from: '旧', to: '新' },
  ])
  expect(differencesOf({}, { name: { zh: '新', en: 'new' } })).toEqual([{ path: 'name', to: '新 / new' }])
})

test('another order of rows is told once, another order of keys never', () => {
  expect(differencesOf({ items: ['a', 'b'] }, { items: ['b', 'a'] })).toEqual([
    { path: 'items (order)', from: 'a, b', to: 'b, a' },
  ])
  expect(differencesOf({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual([])
})

test('rows without names are compared by their place', () => {
  expect(differencesOf({ basis: [{ law: 'a' }] }, { basis: [{ law: 'b' }, { law: 'c' }] })).toEqual([
    { path: 'basis[0].law', from: 'a', to: 'b' },
    { path: 'basis[1]', to: '{"law":"c"}' },
  ])
})
