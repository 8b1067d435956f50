import { describe, expect, test } from 'vitest'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import { read } from './sources.ts'

const FIELD = 'components/apply/AnswerField.vue'

/** The kinds of input, as the type names them. */
function inputKinds(): string[] {
  const union = /type InputKind = ([^\n]+)/.exec(read('shared/elements/value-type.ts').text)?.[1] ?? ''
  return [...union.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind)
}

describe('value types', () => {
  test('of every kind of input are drawn by the field of answers; one line of text is what is left', () => {
    const { text } = read(FIELD)
    expect(inputKinds().filter((kind) => !text.includes(`'${kind}'`))).toEqual(['line'])
    expect(text).toMatch(/v-else\s/)
  })

  test('use only kinds of input that exist, and every kind is used', () => {
    const used = new Set(Object.values(VALUE_TYPES).map((type) => type.input.kind as string))
    expect([...used].sort()).toEqual(inputKinds().sort())
  })

  test('have the name of their file or stand in one about their like', () => {
    const imports = read('shared/elements/types.ts').text
    const missing = Object.keys(VALUE_TYPES).filter(
      (name) => !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(imports),
    )
    expect(missing).toEqual([])
  })
})
