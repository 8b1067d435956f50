import type { Bundle } from '#shared/catalog/bundle.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import type { CaseContent, CaseFact } from '#shared/cases/content.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { answered } from '#shared/forms/facts.ts'
import type { Journey } from '#shared/forms/journey.ts'
import { Refusal } from '#shared/refusal.ts'
import { elementsOf } from '#shared/rules/condition.ts'
import type { Act } from '../act.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import { updateSent } from './store.ts'

/** A draft that may be sent, as the cases module takes it over; or the number of the case it became already. */
export type SendableDraft =
  | { sent: string }
  | { sent: null; draft: LoadedDraft; bundle: Bundle; journey: Journey; content: CaseContent }

/**
 * The draft as it would be sent.
 * @throws Refusal not_complete (steps are missing), not_eligible (with the reasons)
 */
export async function draftToSend(act: Act, id: string): Promise<SendableDraft> {
  const draft = await loadDraft(act, id)
  if (draft.row.state === 'sent' && draft.row.caseNo) return { sent: draft.row.caseNo }
  const journey = walk(draft, act.at)
  if (journey.next.kind !== 'check' || journey.plan.items.length === 0) throw new Refusal('not_complete')
  if (journey.plan.blocked.length > 0) throw new Refusal('not_eligible')
  return {
    sent: null,
    draft,
    bundle: draft.bundle,
    journey,
    content: contentOf(draft, journey, dayOf(act.at)),
  }
}

/** Closes the draft with the number of its case. */
export async function markSent(act: Act, { row }: LoadedDraft, caseNo: string): Promise<void> {
  if (!(await updateSent(act.tx, row, caseNo, act.at))) throw new Refusal('changed_meanwhile')
}

/**
 * Only what is needed is sent, a hidden field carries no value: what the items ask for, what the situations were, and
 * what rules and certificates of the items name if it is known already.
 */
function contentOf({ row, bundle }: LoadedDraft, journey: Journey, today: string): CaseContent {
  const elements = new Set([
    ...journey.needs.keys(),
    ...journey.steps.filter((step) => step.kind === 'situation').flatMap((step) => step.elements),
    ...journey.plan.items.flatMap((item) => usedBy(bundle, item)).filter((code) => row.content.knowns[code]),
  ])
  const facts: Record<string, CaseFact> = {}
  for (const code of elements) {
    const fact = journey.facts(code)
    if (!fact) continue
    const { raw, value, known } = answered(bundle, row.content, code, today)
    const differs = raw !== undefined && known && JSON.stringify(value) !== JSON.stringify(known.value)
    facts[code] = { ...fact, ...(differs && { differs: known }) }
  }
  const materials = new Set(journey.materials.map(({ material }) => material.code))
  const files = Object.fromEntries(
    Object.entries(row.content.files).filter(([code, list]) => materials.has(code) && list.length > 0),
  )
  return { facts, files, consentId: row.content.consentId, correcting: [] }
}

/** Elements that an item's rule tests and its certificate prints. */
function usedBy(bundle: Bundle, { instant, result }: ServiceItem): string[] {
  const layout = bundle.certificateTypes[result.certificate ?? '']?.layout ?? []
  const printed = layout.flatMap((block) =>
    block.block === 'pairs' ? block.pairs.map((pair) => pair.element) : [],
  )
  return [...printed, ...(instant ? elementsOf(instant.rule) : [])].filter(
    (code) => !bundle.elements[code]?.derive,
  )
}
