import { describe, expect, test } from 'vitest'
import { elementsOf, type Condition, type FactValue } from '#shared/rules/condition.ts'
import { factsFrom, holds, judge, leavesOf, mayHold, verdictOf, type Verdict } from '#shared/rules/judge.ts'

const SOURCE = { kind: 'exchange', resource: 'enterprise', at: 5 } as const
const KNOWN: Record<string, FactValue> = {
  a: 'yes',
  n: 10,
  day: '2026-11-09',
  list: ['x', 'y'],
  code: '349901',
  flag: false,
  zero: 0,
  later: '2026-11-10',
  none: [],
  heirs: [{ 'heir.age': 8 }, { 'heir.age': 50, 'heir.agreed': true }],
}

function verdict(condition: Condition, known = KNOWN): Verdict {
  const facts = factsFrom(known, SOURCE)
  const explained = judge(condition, facts).verdict
  expect(verdictOf(condition, facts), 'the verdict alone').toBe(explained)
  return explained
}

const yes: Condition = { element: 'a', is: 'yes' }
const no: Condition = { element: 'a', is: 'no' }
const unknown: Condition = { element: 'nobody.asked', is: 'yes' }

describe('a leaf', () => {
  test.each<[Condition, Verdict]>([
    [{ element: 'a', is: 'yes' }, 'yes'],
    [{ element: 'flag', is: false }, 'yes'],
    [{ element: 'a', in: ['no', 'yes'] }, 'yes'],
    [{ element: 'a', in: ['no'] }, 'no'],
    [{ element: 'n', atLeast: 10 }, 'yes'],
    [{ element: 'n', atLeast: 11 }, 'no'],
    [{ element: 'n', atMost: 10 }, 'yes'],
    [{ element: 'n', atMost: 9 }, 'no'],
    [{ element: 'day', before: '2026-11-10' }, 'yes'],
    [{ element: 'day', before: '2026-11-09' }, 'no'],
    [{ element: 'day', after: '2026-11-08' }, 'yes'],
    [{ element: 'day', after: '2026-11-09' }, 'no'],
    [{ element: 'list', has: 'x' }, 'yes'],
    [{ element: 'list', has: 'z' }, 'no'],
    [{ element: 'a', has: 'yes' }, 'no'],
    [{ element: 'code', startsWith: '3499' }, 'yes'],
    [{ element: 'code', startsWith: '11' }, 'no'],
    [{ element: 'a', exists: true }, 'yes'],
    [{ element: 'nobody.asked', exists: true }, 'no'],
    [{ element: 'nobody.asked', exists: false }, 'yes'],
  ])('%j is %s', (condition, expected) => expect(verdict(condition)).toBe(expected))

  test.each<[Condition, Verdict]>([
    [{ element: 'day', before: { element: 'later' } }, 'yes'],
    [{ element: 'later', before: { element: 'day' } }, 'no'],
    [{ element: 'later', after: { element: 'day' } }, 'yes'],
    [{ element: 'day', after: { element: 'day' } }, 'no'],
    [{ element: 'n', atLeast: { element: 'n' } }, 'yes'],
    [{ element: 'n', atMost: { element: 'zero' } }, 'no'],
    [{ element: 'zero', is: { element: 'zero' } }, 'yes'],
    [{ element: 'flag', is: { element: 'flag' } }, 'yes'],
    [{ element: 'a', is: { element: 'code' } }, 'no'],
    [{ element: 'n', atLeast: { element: 'nobody.asked' } }, 'unknown'],
    [{ element: 'nobody.asked', is: { element: 'a' } }, 'unknown'],
  ])('compares with another element: %j is %s', (condition, expected) =>
    expect(verdict(condition)).toBe(expected),
  )

  test.each<[Condition, Verdict]>([
    [{ element: 'heirs', every: { element: 'heir.age', atLeast: 8 } }, 'yes'],
    [{ element: 'heirs', every: { element: 'heir.age', atLeast: 18 } }, 'no'],
    [{ element: 'heirs', some: { element: 'heir.age', atLeast: 18 } }, 'yes'],
    [{ element: 'heirs', some: { element: 'heir.age', atLeast: 80 } }, 'no'],
    [{ element: 'heirs', every: { element: 'heir.agreed', is: true } }, 'unknown'],
    [{ element: 'heirs', some: { element: 'heir.agreed', is: true } }, 'yes'],
    [{ element: 'heirs', some: { element: 'heir.age', atLeast: { element: 'n' } } }, 'yes'],
    [{ element: 'nobody', every: { element: 'heir.age', atLeast: 18 } }, 'unknown'],
    [{ element: 'none', every: { element: 'heir.age', atLeast: 18 } }, 'yes'],
    [{ element: 'none', some: { element: 'heir.age', atLeast: 18 } }, 'no'],
    [{ element: 'a', every: { element: 'heir.age', atLeast: 18 } }, 'no'],
  ])('over the rows of a group: %j is %s', (condition, expected) => expect(verdict(condition)).toBe(expected))

  test('about a fact nobody knows is unknown, never no', () => {
    expect(verdict({ element: 'nobody.asked', is: 'yes' })).toBe('unknown')
    expect(verdict({ element: 'nobody.asked', atLeast: 1 })).toBe('unknown')
  })
})

describe('all, any and not follow three-valued logic', () => {
  test.each<[Condition, Verdict]>([
    [{ all: [yes, yes] }, 'yes'],
    [{ all: [yes, unknown] }, 'unknown'],
    [{ all: [no, unknown] }, 'no'],
    [{ all: [] }, 'yes'],
    [{ any: [no, unknown] }, 'unknown'],
    [{ any: [yes, unknown] }, 'yes'],
    [{ any: [no, no] }, 'no'],
    [{ any: [] }, 'no'],
    [{ not: yes }, 'no'],
    [{ not: no }, 'yes'],
    [{ not: unknown }, 'unknown'],
    [{ not: { all: [no, unknown] } }, 'yes'],
  ])('%j is %s', (condition, expected) => expect(verdict(condition)).toBe(expected))
})

describe('the explanation', () => {
  const clause = { zh: '第三条', en: 'Article 3' }
  const condition: Condition = { all: [{ element: 'n', atLeast: 5, clause }, { not: unknown }] }
  const judgement = judge(condition, factsFrom(KNOWN, SOURCE))

  test('has the shape of the condition', () => {
    expect(judgement).toMatchObject({
      verdict: 'unknown',
      combine: 'all',
      parts: [{ verdict: 'yes' }, { verdict: 'unknown', combine: 'not', parts: [{ verdict: 'unknown' }] }],
    })
  })

  test('names the other fact a leaf was compared with', () => {
    const compared = judge({ element: 'day', before: { element: 'later' } }, factsFrom(KNOWN, SOURCE))
    expect(compared.other).toEqual({ value: '2026-11-10', source: SOURCE })
  })

  test('names for each leaf the fact, its source and the clause', () => {
    const [known, missing] = leavesOf(judgement)
    expect(known).toEqual({
      verdict: 'yes',
      leaf: { element: 'n', atLeast: 5, clause },
      fact: { value: 10, source: SOURCE },
    })
    expect(missing?.fact).toBeUndefined()
  })
})

test('what holds is certain, what may hold is not refuted', () => {
  const facts = factsFrom(KNOWN, SOURCE)
  expect([yes, no, unknown].map((each) => holds(each, facts))).toEqual([true, false, false])
  expect([yes, no, unknown].map((each) => mayHold(each, facts))).toEqual([true, false, true])
  expect(holds(undefined, facts)).toBe(true)
})

test('a condition tells which elements it asks about', () => {
  expect(elementsOf({ any: [yes, { not: { all: [unknown] } }] })).toEqual(['a', 'nobody.asked'])
  expect(elementsOf({ element: 'a', is: { element: 'n' } })).toEqual(['a', 'n'])
  expect(elementsOf({ element: 'heirs', every: { element: 'heir.age', atLeast: 1 } })).toEqual([
    'heirs',
    'heir.age',
  ])
})
