import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FINDING_WORDS } from '../../../shared/catalog/finding-words.ts'
import { sayFinding } from '../../../shared/catalog/say-finding.ts'

/** Checks of what the desk cannot upload: people and their registers, standing grants. */
const NOT_UPLOADED = ['accounts.ts', 'registers.ts', 'people.ts', 'grants.ts']

test('a finding is read in the officer’s language, with what differs in its place', () => {
  const what = 'unknown element “bees.queens”; add it to elements/ or correct it'
  expect(sayFinding(what, 'zh')).toBe('没有这个 element：“bees.queens”；请加到 elements/ 或改正')
  expect(sayFinding(what, 'en')).toBe(what)
  expect(sayFinding('20 is more than the legal 10; promise less', 'zh')).toBe(
    '20 超过法定的 10；请减少承诺时限',
  )
  // “is *; give *” would fit as well.
  expect(
    sayFinding('is no package; give one JSON object with lists of documents by kind', 'zh'),
  ).not.toContain('no package')
})

test('everything that a check can say is there in Chinese, with as many places', () => {
  const files = globSync([
    'db/city/checks/*.ts',
    'db/city/shapes/*.ts',
    'db/city/parse.ts',
    'server/domain/catalog/inspect.ts',
  ]).filter((file) => !NOT_UPLOADED.some((name) => file.endsWith(name)))
  expect(files.length).toBeGreaterThan(10)
  const said = files.flatMap((file) => sentencesIn(readFileSync(file, 'utf8')))
  expect(said.length).toBeGreaterThan(50)
  expect(
    said.map((each) => each.replaceAll('*', 'x')).filter((each) => sayFinding(each, 'zh') === each),
  ).toEqual([])
  for (const [en, zh] of FINDING_WORDS) expect(zh.split('*')).toHaveLength(en.split('*').length)
})

/** Literals that tell what is wrong and, behind a semicolon, what to do; `${…}` as `*`. */
function sentencesIn(source: string): string[] {
  const code = source.replace(/\/\*[^]*?\*\//g, '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '*')
  const literals = code.match(/`[^`\n]*`|'(?:[^'\\\n]|\\.)*'/g) ?? []
  return literals
    .map((literal) => literal.slice(1, -1))
    .filter((text) => /[a-z”\])*]; [a-z*]/.test(text))
    .filter((text) => text !== '*; give *' && text !== 'is missing; add the file')
}
