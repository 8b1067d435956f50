import { describe, expect, test } from 'vitest'
import { filesLike, read, scriptOf, sources } from './sources.ts'

const MOST_LINES = 300
const MOST_LINES_OF_A_PAGE = 80

/** Files that may be longer, with the reason. */
const LONGER: Readonly<Record<string, string>> = {}

/** Where the synchronous calls of SQLite may stand: they would not compile to anything that PostgreSQL can do. */
const SQLITE_ONLY = /^(db\/[^/]+\.sqlite\.ts|db\/write-queue\.ts|test\/|scripts\/|server\/connectors\/)/

function lines(text: string): number {
  return text.trimEnd().split('\n').length
}

describe('source files', () => {
  test(`are at most ${MOST_LINES} lines`, () => {
    const long = sources()
      .filter(({ path, text }) => lines(text) > MOST_LINES && !(path in LONGER))
      .map(({ path, text }) => `${path} has ${lines(text)} lines: split it by what it is about`)
    expect(long).toEqual([])
  })

  test('on the list of longer ones are still longer', () => {
    expect(Object.keys(LONGER).filter((path) => lines(read(path).text) <= MOST_LINES)).toEqual([])
  })

  test(`that are pages are at most ${MOST_LINES_OF_A_PAGE} lines: the rest is a component`, () => {
    const long = filesLike('pages/**/*.vue').filter((path) => lines(read(path).text) > MOST_LINES_OF_A_PAGE)
    expect(long).toEqual([])
  })

  test('never call a query the synchronous way of one engine', () => {
    const faults = sources()
      .filter(({ path }) => /^(db|server)\//.test(path) && !SQLITE_ONLY.test(path))
      .filter(({ text }) => /\.(all|get|run)\(\)/.test(text))
      .filter(({ text }) => /drizzle-orm|#db|prepare/.test(text))
      .map(({ path }) => `${path}: await the query instead`)
    expect(faults).toEqual([])
  })

  test('silence no compiler and no linter', () => {
    const silent = /@ts-(ignore|nocheck|expect-error)|oxlint-disable|eslint-disable|prettier-ignore/
    const faults = sources()
      .filter(({ path }) => path !== 'test/guard/files.test.ts')
      .filter((source) => silent.test(source.text))
      .map(({ path }) => path)
    expect(faults).toEqual([])
  })

  test('leave nothing for later', () => {
    const later = /\b(TODO|FIXME|XXX|HACK)\b/
    const faults = sources()
      .filter(({ path }) => path !== 'test/guard/files.test.ts')
      .filter((source) => later.test(scriptOf(source)))
      .map(({ path }) => path)
    expect(faults).toEqual([])
  })
})
