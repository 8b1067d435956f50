import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import { read } from './sources.ts'

const FIELD = 'components/forms/AnswerField.vue'

/** The kinds of input, as the type names them. */
function inputKinds(): string[] {
  const union = /type InputKind = ([^\n]+)/.exec(read('shared/elements/value-type.ts').text)?.[1] ?? ''
  return [...union.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind)
}

describe('value types', () => {
  test('of every kind of input are drawn by the field of answers', () => {
    expect(existsSync(FIELD)).toBe(true)
    const { text } = read(FIELD)
    const missing = inputKinds().filter((kind) => !text.includes(`'${kind}'`))
    expect(missing).toEqual([])
  })

  test('use only kinds of input that exist, and every kind is used', () => {
    const used = new Set(Object.values(VALUE_TYPES).map((type) => type.input.kind as string))
    expect([...used].sort()).toEqual(inputKinds().sort())
  })

  test('have the name of their file or stand in one about their like', () => {
    const imports = read('shared/elements/types.ts').text
    const missing = Object.keys(VALUE_TYPES).filter((name) => !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(imports))
    expect(missing).toEqual([])
  })
})
