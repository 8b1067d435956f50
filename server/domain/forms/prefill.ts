import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/documents.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { takeKnown } from '#shared/elements/value.ts'
import type { Known, LookupOutcome } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import { inferKnowns } from '#shared/forms/infer.ts'
import { readyLookups, type ReadyLookup } from '#shared/forms/lookups.ts'
import { lookUp, type LookupAnswer } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { changeDraft, loadDraft } from './load.ts'
import type { DraftRow } from './store.ts'

/** Look-ups may need what others found (the father's household needs the marriage), so they go in waves. */
const MOST_WAVES = 4

/** What makes a look-up one about the enterprise and not about the person. */
const ENTERPRISE = 'enterprise.creditCode'

/** Asks every resource whose question can be put, under the consent given, wave by wave, and keeps what came. */
export async function prefill(who: Asking, id: string, consentId: string): Promise<void> {
  for (let wave = 0; wave < MOST_WAVES; wave += 1) {
    const { row, bundle } = await look(who, (reading) => loadDraft(reading, id))
    const facts = draftFacts(bundle, row.content, dayOf(who.at))
    const ready = readyLookups(bundle, row.content, facts)
    if (ready.length === 0) return
    const answers = await lookUp(
      who,
      ready.map(({ plan, params }) => ({
        resource: plan.resource,
        params,
        subject: subjectOf(row, plan),
        purpose: id,
        ground: { kind: 'consent' as const, ref: consentId },
      })),
    )
    await perform(who, (act) => changeDraft(act, id, (draft) => keep(draft, ready, answers, who.at)))
  }
}

function subjectOf({ organisationId, personId }: DraftRow, { ask }: LookupPlan) {
  return organisationId !== '' && Object.values(ask).includes(ENTERPRISE)
    ? { kind: 'organisation' as const, id: organisationId }
    : { kind: 'person' as const, id: personId }
}

function keep(
  { row: { content }, bundle }: { row: DraftRow; bundle: Bundle },
  ready: readonly ReadyLookup[],
  answers: readonly LookupAnswer[],
  at: number,
): void {
  ready.forEach(({ plan, key }, i) => {
    const answer = answers[i]
    content.lookups[key] = (answer?.outcome ?? 'unavailable') satisfies LookupOutcome
    if (answer) content.knowns = { ...content.knowns, ...knownsFrom(bundle, plan, answer, at) }
  })
  const facts = draftFacts(bundle, content, dayOf(at))
  content.knowns = { ...content.knowns, ...inferKnowns(bundle, facts) }
}

/** Values are judged when they arrive: what does not fit its element is not used. */
function knownsFrom(
  bundle: Bundle,
  plan: LookupPlan,
  answer: LookupAnswer,
  at: number,
): Record<string, Known> {
  const [row] = answer.rows
  if (answer.outcome !== 'found' || !row) return {}
  const locked = new Set(plan.locked)
  return Object.fromEntries(
    Object.entries(plan.gives).flatMap(([code, field]): [string, Known][] => {
      const element = bundle.elements[code]
      const given = row[field]
      if (!element || given === undefined) return []
      const { value, fault } = takeKnown(element, given, { today: dayOf(at) })
      if (fault || value === undefined) return []
      return [
        [
          code,
          {
            value,
            source: { kind: 'exchange', resource: plan.resource, at: answer.at },
            locked: locked.has(code),
          },
        ],
      ]
    }),
  )
}
