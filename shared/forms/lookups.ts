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
    const params: Record<string, string> = {}
    for (const [name, element] of Object.entries(plan.ask)) {
      const value = facts(element)?.value
      if (value === undefined) return []
      params[name] = String(value)
    }
    return [{ plan, key, params }]
  })
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
    const { [key]: _gone, ...lookups } = content.lookups
    content.lookups = lookups
    const given = Object.keys(gives).filter((code) => content.knowns[code]?.source.resource === resource)
    content.knowns = Object.fromEntries(
      Object.entries(content.knowns).filter(([code]) => !given.includes(code)),
    )
    for (const code of given) stale.add(code)
  })
}
