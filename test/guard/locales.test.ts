import { describe, expect, test } from 'vitest'
import { REFUSALS } from '#shared/refusal.ts'
import { keysOf, placeholdersOf, TEXTS, type Messages } from './locales.ts'
import { scriptOf, sources } from './sources.ts'

const chinese = TEXTS.get('zh') ?? new Map<string, Messages>()
const english = TEXTS.get('en') ?? new Map<string, Messages>()

/** The names of languages are written in their own language. */
const OWN_LANGUAGE = /^site\.(language|other_language|name)/

/** Pieces that are set before or after something else may be empty or end in a blank. */
const PIECE = /[._](mark|before|after|colon|comma|semicolon)$/

function everyText(texts: Map<string, Messages>): [string, string][] {
  return [...texts].flatMap(([module, messages]) =>
    Object.entries(messages).map(([key, text]): [string, string] => [`${module}.${key}`, text]),
  )
}

describe('the interface texts', () => {
  test('have the same modules and keys in every language', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()])
    const differences = [...chinese.keys()].flatMap((module) => {
      const [zh, en] = [new Set(keysOf(module, 'zh')), new Set(keysOf(module, 'en'))]
      const onlyIn = (lang: string, mine: Set<string>, other: Set<string>) =>
        [...mine].filter((key) => !other.has(key)).map((key) => `${module}.${key} is only in ${lang}`)
      return [...onlyIn('zh', zh, en), ...onlyIn('en', en, zh)]
    })
    expect(differences).toEqual([])
  })

  test('are filled with the same values in every language', () => {
    const translations = new Map(everyText(english))
    const different = everyText(chinese)
      .filter(([key]) => !key.endsWith('_one'))
      .filter(([key, text]) => placeholdersOf(text) !== placeholdersOf(translations.get(key) ?? ''))
      .map(([key]) => key)
    expect(different).toEqual([])
  })

  test('are texts with snake_case keys, without HTML and without blanks at their ends', () => {
    const faults = [...everyText(chinese), ...everyText(english)]
      .filter(([key, text]) => {
        const trimmed = PIECE.test(key) || (text !== '' && text === text.trim())
        const plain = typeof text === 'string' && trimmed && !/<\/?[a-z]/i.test(text)
        return !plain || !/^[\w-]+\.[a-zA-Z0-9_.-]+$/.test(key)
      })
      .map(([key]) => key)
    expect(faults).toEqual([])
  })

  test('of English hold no Chinese', () => {
    const faults = everyText(english)
      .filter(([key, text]) => /\p{Script=Han}/u.test(text) && !OWN_LANGUAGE.test(key))
      .map(([key, text]) => `${key}: ${text}`)
    expect(faults).toEqual([])
  })
})

describe('the code', () => {
  test('asks for texts that are there', () => {
    const faults = sources()
      .filter(({ path }) => path.endsWith('.vue') || path.startsWith('composables/'))
      .flatMap(({ path, text }) => {
        const modules = [...text.matchAll(/const (\w+) = useText\('([\w-]+)'\)/g)]
        return modules.flatMap(([, name = '', module = '']) => {
          const known = new Set(keysOf(module))
          const asked = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\(\\s*'([^']+)'`, 'g'))].map(
            ([, key = '']) => key,
          )
          const begun = [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\(\\s*\`([^\`$]*)\\$\\{`, 'g'))].map(
            ([, start = '']) => start,
          )
          return [
            ...asked.filter((key) => !known.has(key)).map((key) => `${path}: ${module}.${key}`),
            ...begun
              .filter((start) => ![...known].some((key) => key.startsWith(start)))
              .map((start) => `${path}: ${module}.${start}…`),
          ]
        })
      })
    expect(faults).toEqual([])
  })

  test('says no only with refusals that have words', () => {
    expect(Object.keys(REFUSALS).filter((code) => !keysOf('refusals').includes(code))).toEqual([])
  })

  test('names only problems that have words', () => {
    const known = new Set(keysOf('problems'))
    const codes = /\bfault\(\s*'([a-z_]+)'|\bfield:[^,}]+,\s*code:\s*'([a-z_]+)'/g
    const faults = sources()
      .filter(({ path }) => path.startsWith('shared/') || path.startsWith('server/'))
      .flatMap((source) =>
        [...scriptOf(source).matchAll(codes)]
          .map(([, first, second]) => first ?? second ?? '')
          .filter((code) => !known.has(code))
          .map((code) => `${source.path}: problems.${code}`),
      )
    expect(faults).toEqual([])
  })
})
