import { describe, expect, test } from 'vitest'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import { read } from './sources.ts'

/** The field of answers, and the one with the controls that few pages need. */
const FIELDS = ['components/apply/AnswerField.vue', 'components/apply/rare/RareControl.vue']

/** The kinds of input, as the type names them. */
function inputKinds(): string[] {
  const { text } = read('shared/elements/value-type.ts')
  const unions = [/type InputKind =\s+([^\n]+)/, /type RareKind =\s+([^\n]+)/]
  const union = unions.map((each) => each.exec(text)?.[1] ?? '').join(' ')
  return [...union.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind)
}

describe('value types', () => {
  test('of every kind of input are drawn by the field of answers; one line of text is what is left', () => {
    const text = FIELDS.map((file) => read(file).text).join('\n')
    expect(inputKinds().filter((kind) => !text.includes(`'${kind}'`))).toEqual(['line'])
    expect(text).toMatch(/v-else\s/)
  })

  test('use only kinds of input that exist, and every kind is used', () => {
    const used = new Set(Object.values(VALUE_TYPES).map((type) => type.input.kind as string))
    expect([...used].sort()).toEqual(inputKinds().sort())
  })

  test('have the name of their file or stand in one about their like', () => {
    const imports = ['types', 'common'].map((file) => read(`shared/elements/${file}.ts`).text).join('\n')
    const missing = Object.keys(VALUE_TYPES).filter(
      (name) => !new RegExp(`import \\{[^}]*\\b${name}(Type)?\\b`).test(imports),
    )
    expect(missing).toEqual([])
  })
})
