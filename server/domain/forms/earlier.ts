import type { Bundle } from '#shared/catalog/bundle.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { takeKnown } from '#shared/elements/value.ts'
import type { Known } from '#shared/forms/draft.ts'
import type { Act } from '../act.ts'
import { earlierFacts, saveEarlierFacts } from './store.ts'

/** What the person gave in an earlier application and this one may use: shown with its source, and changeable. */
export async function knownsFromEarlier(
  act: Act,
  { elements }: Pick<Bundle, 'elements'>,
  personId: string,
): Promise<Record<string, Known>> {
  const earlier = await earlierFacts(act.tx, personId)
  return Object.fromEntries(
    Object.entries(earlier).flatMap(([code, { value: given, at }]): [string, Known][] => {
      const element = elements[code]
      if (!element?.reusable) return []
      const { value, fault } = takeKnown(element, given, { today: dayOf(act.at) })
      if (fault || value === undefined) return []
      return [[code, { value, source: { kind: 'earlier', at }, locked: false }]]
    }),
  )
}

/**
 * Remembers what was typed in an application that was sent, for the next one: only elements made for it. What came
 * with a later application stays. Harmless when done twice.
 */
export async function rememberForLater(
  act: Act,
  { elements }: Pick<Bundle, 'elements'>,
  { facts, ...sent }: { personId: string; caseNo: string; sentAt: number; facts: CaseContent['facts'] },
): Promise<void> {
  const fresh = Object.entries(facts).filter(
    ([code, { source }]) =>
      elements[code]?.reusable && (source.kind === 'person' || source.kind === 'earlier'),
  )
  if (fresh.length === 0) return
  const { personId, caseNo, sentAt: at } = sent
  const before = await earlierFacts(act.tx, personId)
  const now = fresh
    .filter(([code]) => (before[code]?.at ?? 0) <= at)
    .map(([code, { value }]) => [code, { value, at, caseNo }] as const)
  await saveEarlierFacts(act.tx, personId, { ...before, ...Object.fromEntries(now) }, act.at)
}
