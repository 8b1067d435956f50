import type { CaseContent, CaseFact } from '../shared/cases/content.ts'
import type { Known } from '../shared/forms/draft.ts'
import type { Provenance } from '../shared/rules/judge.ts'

/*
 * Documents that are not stored as they stand: some forty facts come from a handful of sources, which would be most of
 * what is sealed and written.
 */

/** How a document is stored. */
export interface Packing<T> {
  pack(value: T): unknown
  unpack(stored: unknown): T
}

type Facts<F> = Readonly<Record<string, F>>

/** Facts with each of their sources once; a fact names the place of its own. */
interface Packed<F> {
  sources: Provenance[]
  values: [code: string, source: number, fact: Omit<F, 'source'>][]
}

/** As drafts stored what is known at first: element, value, place of its source, locked. */
interface PackedBefore {
  sources: Provenance[]
  values: [code: string, value: Known['value'], source: number, locked: boolean][]
}

function packed<F extends { source: Provenance }>(facts: Facts<F>): Packed<F> {
  const places = new Map<string, number>()
  const sources: Provenance[] = []
  const values = Object.entries(facts).map(([code, { source, ...fact }]): Packed<F>['values'][number] => {
    const key = JSON.stringify(source)
    let place = places.get(key)
    if (place === undefined) places.set(key, (place = sources.push(source) - 1))
    return [code, place, fact]
  })
  return { sources, values }
}

function sourceAt(sources: readonly Provenance[], place: number, code: string): Provenance {
  const source = sources[place]
  if (!source) throw new Error(`the source of ${code} is not stored with it`)
  return source
}

/** What is known for a draft. */
export const packedKnowns: Packing<Facts<Known>> = {
  pack: packed,
  unpack(stored) {
    const { sources, values } = stored as Packed<Known> | PackedBefore
    return Object.fromEntries(
      values.map((each) => {
        if (each.length === 3) return [each[0], { ...each[2], source: sourceAt(sources, each[1], each[0]) }]
        const [code, value, place, locked] = each
        return [code, { value, source: sourceAt(sources, place, code), locked }]
      }),
    )
  },
}

/** What was sent: its facts are packed; before, they were stored as they stand. */
export const packedContent: Packing<CaseContent> = {
  pack({ facts, ...content }) {
    return { ...content, packed: packed(facts) }
  },
  unpack(stored) {
    if (!isPacked(stored)) return stored as CaseContent
    const { packed: found, ...content } = stored
    const facts = found.values.map(([code, place, fact]) => [
      code,
      { ...fact, source: sourceAt(found.sources, place, code) },
    ])
    return { ...content, facts: Object.fromEntries(facts) }
  },
}

type PackedContent = Omit<CaseContent, 'facts'> & { packed: Packed<CaseFact> }

function isPacked(stored: unknown): stored is PackedContent {
  return typeof stored === 'object' && stored !== null && 'packed' in stored
}
