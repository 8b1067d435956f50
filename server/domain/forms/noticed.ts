import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/documents.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { showMasked } from '#shared/elements/value.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import type { DraftContent, Known } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import { Refusal } from '#shared/refusal.ts'
import { holds, type Facts } from '#shared/rules/judge.ts'
import type { Lang } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { subjectKey } from '../exchange/index.ts'
import { loadDraft } from './load.ts'

/** A value that a register gave, with the question it was the answer to. */
export interface RegisteredValue {
  resource: string
  field: string
  element: string
  /** As it is shown, masked as usual. */
  was: string
  /** Whom the register was asked about, as the log of look-ups names them; empty when nobody. */
  subject: string
}

/** A value of an own draft that a register gave. @throws Refusal not_found */
export async function registeredInDraft(
  act: Act | Look,
  { draft: id, element }: { draft: string; element: string },
): Promise<RegisteredValue & { personId: string; organisationId: string }> {
  const { row, bundle } = await loadDraft(act, id)
  const facts = draftFacts(bundle, row.content, dayOf(act.at))
  const value = registeredValue(bundle, element, heldIn(row.content, element), facts, act.lang)
  if (!value) throw new Refusal('not_found')
  return { ...value, personId: row.personId, organisationId: row.organisationId }
}

/** What came for an element, also when it could not be used. */
function heldIn(
  { knowns, unusable = {} }: DraftContent,
  code: string,
): Pick<Known, 'value' | 'source'> | undefined {
  const found = unusable[code]
  if (knowns[code]?.source.kind === 'exchange' || !found) return knowns[code]
  return { value: found.value, source: { kind: 'exchange', resource: found.resource, at: found.at } }
}

/** What a register said about an element, and to which question; undefined when none said anything. */
export function registeredValue(
  { lifeEvent, elements, resources }: Bundle,
  code: string,
  known: Pick<Known, 'value' | 'source'> | undefined,
  facts: Facts,
  lang: Lang,
): RegisteredValue | undefined {
  const plan = lifeEvent.lookups.find(
    ({ resource, gives, when }) => resource === known?.source.resource && code in gives && holds(when, facts),
  )
  const element = elements[code]
  if (!plan || !known || !element) return undefined
  const inputs = resources[plan.resource]?.inputs ?? []
  const subject = subjectOf(inputs, paramsLeft(plan, facts))
  return {
    resource: plan.resource,
    field: plan.gives[code] ?? '',
    element: code,
    was: showMasked(element, known.value, lang),
    subject: subject ? subjectKey(subject) : '',
  }
}

/** What it was asked with, as far as that is known: a case that was sent keeps only what its items need. */
function paramsLeft({ ask }: LookupPlan, facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ask).map(([name, element]) => [name, String(facts(element)?.value ?? '')]),
  )
}
