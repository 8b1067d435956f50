import type { Bundle } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/documents.ts'
import { ownNumbers } from '../exchange/about-whom.ts'
import { holds, type Facts } from '../rules/judge.ts'
import type { DraftContent } from './draft.ts'
import { proofOf } from './proof.ts'

/** A look-up whose question can be put now. */
export interface ReadyLookup {
  plan: LookupPlan
  /** Its place in the life event's list, by which its outcome is kept. */
  key: string
  /** What it asks with, by parameter. */
  params: Record<string, string>
  /** The exchange's word that one of the numbers it asks with stands in a relation to the applicant. */
  voucher?: string
}

/**
 * The look-ups that can be made under the facts, and were not yet: about others only those whose relation is proven.
 * @param made keys of those that were
 */
export function readyLookups(
  bundle: Pick<Bundle, 'lifeEvent' | 'resources' | 'elements'>,
  { knowns }: Pick<DraftContent, 'knowns'>,
  facts: Facts,
  made: ReadonlySet<string>,
): ReadyLookup[] {
  const own = ownNumbers(facts)
  return bundle.lifeEvent.lookups.flatMap((plan, index): ReadyLookup[] => {
    const key = `${plan.resource}#${index}`
    if (made.has(key) || !holds(plan.when, facts)) return []
    const params = paramsOf(plan, facts)
    if (!params) return []
    const proof = proofOf(bundle, plan, params, own, knowns)
    return proof.may ? [{ plan, key, params, ...(proof.voucher && { voucher: proof.voucher }) }] : []
  })
}

/** Keys of the look-ups of a draft that were made. */
export function madeLookups({ lookups }: Pick<DraftContent, 'lookups'>): Set<string> {
  return new Set(Object.keys(lookups))
}

/** What a look-up asks with, by parameter; null while something of it is not known. */
export function paramsOf({ ask }: LookupPlan, facts: Facts): Record<string, string> | null {
  const params: Record<string, string> = {}
  for (const [name, element] of Object.entries(ask)) {
    const value = facts(element)?.value
    if (value === undefined) return null
    params[name] = String(value)
  }
  return params
}

/** The look-up whose outcome is kept under a key. */
export function planOfKey({ lifeEvent }: Pick<Bundle, 'lifeEvent'>, key: string): LookupPlan | undefined {
  const [resource, place] = key.split('#')
  const plan = lifeEvent.lookups[Number(place)]
  return plan?.resource === resource ? plan : undefined
}

/**
 * Forgets what was found with answers that are others now, or proven by them: it is about somebody or something else,
 * or has to be proven anew.
 */
export function forgetAskedWith(
  bundle: Pick<Bundle, 'lifeEvent'>,
  content: DraftContent,
  changed: ReadonlySet<string>,
): void {
  const stale = new Set(changed)
  // What is forgotten may be what a look-up before it was asked with.
  for (let before = -1; before < stale.size;) {
    before = stale.size
    bundle.lifeEvent.lookups.forEach(({ resource, ask, proof = [], gives }, index) => {
      const key = `${resource}#${index}`
      const rests = [...Object.values(ask), ...proof]
      if (!(key in content.lookups) || !rests.some((element) => stale.has(element))) return
      forgetLookup(bundle, content, key)
      const given = Object.keys(gives).filter((code) => content.knowns[code]?.source.resource === resource)
      forgetKnowns(content, given)
      for (const code of given) stale.add(code)
    })
  }
}

/** Takes out what is known of elements, with what was reported of it. */
export function forgetKnowns(content: DraftContent, codes: readonly string[]): void {
  content.knowns = without(content.knowns, codes)
  content.disputed = without(content.disputed, codes)
}

/** Forgets how a look-up ended, and what it left to decide; what it filled in is the caller's to forget. */
export function forgetLookup(bundle: Pick<Bundle, 'lifeEvent'>, content: DraftContent, key: string): void {
  content.lookups = without(content.lookups, [key])
  content.choices = without(content.choices, [key])
  content.picked = content.picked?.filter((each) => each !== key)
  // The same resource may have been asked about somebody else as well: that stays.
  const { resource, gives = {} } = planOfKey(bundle, key) ?? {}
  const unusable = Object.entries(content.unusable ?? {})
  const left = unusable.filter(([code, each]) => each.resource !== resource || !(code in gives))
  content.unusable = Object.fromEntries(left)
}

function without<T>(record: Readonly<Record<string, T>> = {}, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}
