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

/** Remembers what was typed in an application that is sent, for the next one: only elements made for it. */
export async function rememberForLater(
  act: Act,
  { elements }: Pick<Bundle, 'elements'>,
  personId: string,
  facts: CaseContent['facts'],
  caseNo: string,
): Promise<void> {
  const fresh = Object.entries(facts).filter(
    ([code, { source }]) =>
      elements[code]?.reusable && (source.kind === 'person' || source.kind === 'earlier'),
  )
  if (fresh.length === 0) return
  const before = await earlierFacts(act.tx, personId)
  const now = Object.fromEntries(fresh.map(([code, { value }]) => [code, { value, at: act.at, caseNo }]))
  await saveEarlierFacts(act.tx, personId, { ...before, ...now }, act.at)
}
