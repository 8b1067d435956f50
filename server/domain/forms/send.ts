import { itemOf, type Bundle } from '#shared/catalog/bundle.ts'
import { perItem } from '#shared/catalog/per-item.ts'
import { decisiveQuestions } from '#shared/cases/afresh.ts'
import type { CaseContent, CaseFact } from '#shared/cases/content.ts'
import { signatureField, type Journey } from '#shared/forms/journey.ts'
import { Refusal } from '#shared/refusal.ts'
import { elementsOf } from '#shared/rules/condition.ts'
import type { Act } from '../act.ts'
import { eraseFiles } from '../files/index.ts'
import { requireSendable } from './check-sending.ts'
import { loadDraft, walk, type LoadedDraft } from './load.ts'
import { namesFile } from './place-file.ts'
import { forget } from './remembered.ts'
import { updateSent } from './store.ts'

/** A draft that may be sent, as the cases module takes it over; or the number of the case it became already. */
export type SendableDraft =
  | { sent: string }
  | { sent: null; draft: LoadedDraft; bundle: Bundle; journey: Journey; content: CaseContent }

/**
 * The draft as it would be sent.
 * @throws Refusal not_complete (steps are missing), not_eligible (with the reasons), facts_changed, consent_withdrawn
 */
export async function draftToSend(act: Act, id: string): Promise<SendableDraft> {
  const draft = await loadDraft(act, id)
  if (draft.row.state === 'sent' && draft.row.caseNo) return { sent: draft.row.caseNo }
  await requireSendable(act, draft.row)
  const journey = walk(draft, act.at)
  if (journey.next.kind !== 'check' || journey.plan.items.length === 0) throw new Refusal('not_complete')
  if (journey.plan.blocked.length > 0) throw new Refusal('not_eligible')
  return {
    sent: null,
    draft,
    bundle: draft.bundle,
    journey,
    content: contentOf(draft, journey),
  }
}

/** Closes the draft with the number of its case; files that were handed in for what is not asked any more are erased. */
export async function markSent(
  act: Act,
  { row }: LoadedDraft,
  caseNo: string,
  { files }: Pick<CaseContent, 'files'>,
): Promise<void> {
  if (!(await updateSent(act.tx, row, caseNo, act.at))) throw new Refusal('changed_meanwhile')
  const given = Object.values(row.content.files).flatMap((list) => list.map(({ fileId }) => fileId))
  await eraseFiles(
    act,
    given.filter((fileId) => !namesFile({ files }, fileId)),
  )
  act.committed(() => forget(row.id))
}

/**
 * Only what is needed is sent, a hidden field carries no value: what the items ask for, what the situations were, and
 * what rules and certificates of the items name if it is known already.
 */
function contentOf({ row, bundle }: LoadedDraft, journey: Journey): CaseContent {
  const elements = new Set([
    ...journey.needs.keys(),
    ...journey.steps.filter((step) => step.kind === 'situation').flatMap((step) => step.elements),
    ...journey.plan.items
      .flatMap((item) => usedBy(bundle, item.code))
      .filter((code) => row.content.knowns[code]),
    // What decides is looked up afresh, with what it was asked with.
    ...journey.plan.items
      .flatMap(({ code }) => decisiveQuestions(bundle, code, journey.facts))
      .flatMap(({ plan }) => Object.values(plan.ask))
      .filter((code) => row.content.knowns[code]),
  ])
  const facts: Record<string, CaseFact> = {}
  for (const code of elements) {
    const fact = journey.facts(code)
    if (!fact) continue
    const { raw, value, known } = journey.answers(code)
    const differs = raw !== undefined && known && JSON.stringify(value) !== JSON.stringify(known.value)
    facts[code] = { ...fact, ...(differs && { differs: known }) }
  }
  const materials = new Set([...journey.materials.map(({ material }) => material.code), ...elements])
  const files = Object.fromEntries(
    Object.entries(row.content.files).filter(([code, list]) => materials.has(code) && list.length > 0),
  )
  const { picked = [] } = row.content
  const missing = journey.materials.flatMap(({ material, state }) =>
    state === 'upload' && material.tolerantDays !== undefined && !files[material.code]?.length
      ? [material.code]
      : [],
  )
  const signed = journey.materials.flatMap(({ material: { code }, state }) => {
    const name = state === 'sign' ? row.content.answers[signatureField(code)] : undefined
    return typeof name === 'string' ? [{ material: code, name }] : []
  })
  return {
    facts,
    files,
    consentId: row.content.consentId,
    ...(signed.length > 0 && { signed }),
    ...(missing.length > 0 && { missing }),
    ...(picked.length > 0 && { picked }),
    correcting: [],
  }
}

/** Elements that an item's rule tests, its certificate prints and its entry in a register is made of. */
const usedBy = perItem((bundle, item): readonly string[] => {
  const { instant, result, outputs = [] } = itemOf(bundle, item)
  const layout = bundle.certificateTypes[result.certificate ?? '']?.layout ?? []
  const printed = layout.flatMap((block) =>
    block.block === 'pairs' ? block.pairs.map((pair) => pair.element) : [],
  )
  const entered = outputs.flatMap(({ resource }) => bundle.resources[resource]?.inputs ?? [])
  return [...printed, ...(instant ? elementsOf(instant.rule) : []), ...entered].filter(
    (code) => !bundle.elements[code]?.derive,
  )
})
