import type { Bundle } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/documents.ts'
import { holds, type Facts } from '../rules/judge.ts'
import type { DraftContent } from './draft.ts'

/** A look-up whose question can be put now. */
export interface ReadyLookup {
  plan: LookupPlan
  /** Its place in the life event's list, by which its outcome is kept. */
  key: string
  /** What it asks with, by parameter. */
  params: Record<string, string>
}

/** The look-ups that can be made under the facts, and were not yet. */
export function readyLookups(
  { lifeEvent }: Pick<Bundle, 'lifeEvent'>,
  { lookups }: Pick<DraftContent, 'lookups'>,
  facts: Facts,
): ReadyLookup[] {
  return lifeEvent.lookups.flatMap((plan, index) => {
    const key = `${plan.resource}#${index}`
    if (key in lookups || !holds(plan.when, facts)) return []
    const params = paramsOf(plan, facts)
    return params ? [{ plan, key, params }] : []
  })
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

/** Forgets what was found with answers that are others now: it is about somebody or something else. */
export function forgetAskedWith(
  { lifeEvent }: Pick<Bundle, 'lifeEvent'>,
  content: DraftContent,
  changed: ReadonlySet<string>,
): void {
  const stale = new Set(changed)
  lifeEvent.lookups.forEach(({ resource, ask, gives }, index) => {
    const key = `${resource}#${index}`
    if (!(key in content.lookups) || !Object.values(ask).some((element) => stale.has(element))) return
    forgetLookup(content, key)
    const given = Object.keys(gives).filter((code) => content.knowns[code]?.source.resource === resource)
    content.knowns = Object.fromEntries(
      Object.entries(content.knowns).filter(([code]) => !given.includes(code)),
    )
    for (const code of given) stale.add(code)
  })
}

/** Forgets how a look-up ended, and what it left to decide; what it filled in is the caller's to forget. */
export function forgetLookup(content: DraftContent, key: string): void {
  content.lookups = without(content.lookups, key)
  content.choices = without(content.choices, key)
  const resource = key.split('#')[0]
  const others = Object.entries(content.unusable ?? {}).filter(([, each]) => each.resource !== resource)
  content.unusable = Object.fromEntries(others)
}

function without<T>(record: Record<string, T> = {}, key: string): Record<string, T> {
  const { [key]: _gone, ...others } = record
  return others
}
