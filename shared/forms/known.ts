import type { Bundle } from '../catalog/bundle.ts'
import { sourcesOf } from '../elements/derive.ts'
import { elementsOf } from '../rules/condition.ts'
import { holds, type Facts } from '../rules/judge.ts'
import { OF_ENTERPRISE, OF_PERSON } from './account.ts'

/** An enterprise that the life event founds is not known before. */
function ofAccount({ items }: Bundle): readonly string[] {
  const given = Object.values(items).flatMap(({ outputs = [] }) => outputs.map(({ element }) => element))
  return OF_ENTERPRISE.some((code) => given.includes(code)) ? OF_PERSON : [...OF_PERSON, ...OF_ENTERPRISE]
}

/** Known before the first page. */
const AT_ONCE = -1

/**
 * The elements that need not be asked on a page when every look-up finds something: given by the account, by the
 * questions about the situation, by registers, or following from these. A look-up made with what is typed on a page
 * spares the pages after it.
 */
export function knownElements(bundle: Bundle, facts: Facts): ReadonlySet<string> {
  const { situations, lookups, pages, infers = [] } = bundle.lifeEvent
  const known = new Set([...ofAccount(bundle), ...situations.map(({ element }) => element)])
  const pageOf = new Map(pages.flatMap(({ elements }, i) => elements.map((code) => [code, i] as const)))
  /** The page after which a fact is there. */
  const thereAfter = (code: string): number => {
    const derive = bundle.elements[code]?.derive
    if (derive) return last(sourcesOf(derive))
    return known.has(code) ? AT_ONCE : (pageOf.get(code) ?? Infinity)
  }
  const last = (codes: readonly string[]): number => Math.max(AT_ONCE, ...codes.map(thereAfter))
  const add = (code: string, after: number): void => {
    if (after < (pageOf.get(code) ?? Infinity)) known.add(code)
  }
  for (let before = -1; known.size > before;) {
    before = known.size
    for (const { when, ask, proof, gives, seldom = [] } of lookups)
      if (holds(when, facts)) {
        const proven = proof ? Math.min(Infinity, ...proof.map(thereAfter)) : AT_ONCE
        const after = Math.max(last(Object.values(ask)), proven)
        for (const code of Object.keys(gives)) if (!seldom.includes(code)) add(code, after)
      }
    for (const { element, cases } of infers) add(element, last(cases.flatMap(({ when }) => elementsOf(when))))
  }
  return known
}

/** The questions whose answer the account gives away, so that they are shown and not asked. */
export function foretold(bundle: Bundle): ReadonlySet<string> {
  const { lifeEvent, elements } = bundle
  const given = ofAccount(bundle)
  const isGiven = (code: string): boolean => {
    const derive = elements[code]?.derive
    return derive ? sourcesOf(derive).every(isGiven) : given.includes(code)
  }
  return new Set(
    (lifeEvent.infers ?? [])
      .filter(({ cases }) => cases.flatMap(({ when }) => elementsOf(when)).every(isGiven))
      .map(({ element }) => element),
  )
}
