import { fault, type Problem } from '#shared/problem.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { answered } from '#shared/forms/facts.ts'
import { canVisit, isGiven, signatureField, type Journey, type Step } from '#shared/forms/journey.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { changeDraft, walk, type LoadedDraft } from './load.ts'

/** A saved step: where to go next, and what is wrong if it cannot go on. */
export interface SavedStep {
  draft: string
  step: string
  /** The code of the step that comes next; the same when there are problems. */
  next: string
  problems: Problem[]
}

/** Nothing longer is kept for one field: far beyond any lawful value, well below harm. */
const MOST_CHARACTERS = 5000

/** Saves what was typed on a step, valid or not, then judges it. */
export async function saveStep(
  act: Act,
  { draft: id, step: code, ...typed }: { draft: string; step: string } & Record<string, unknown>,
): Promise<SavedStep> {
  const { result } = await changeDraft(act, id, (draft) => {
    const step = stepOf(walk(draft, act.at), code)
    if (step.kind === 'materials') draft.row.content.rejected = []
    const before = JSON.stringify(step.elements.map((element) => draft.row.content.answers[element]))
    storeAnswers(draft, step, typed)
    const changed =
      before !== JSON.stringify(step.elements.map((element) => draft.row.content.answers[element]))
    if (step.kind === 'situation' && changed) forgetLookups(draft.row.content)
    markSaved(draft, step, true)
    const after = walk(draft, act.at)
    const problems = judgeStep(draft, after, step, act.at)
    if (problems.length > 0) markSaved(draft, step, false)
    return { problems, next: problems.length > 0 ? code : following(after, step.code).code }
  })
  act.note({ verb: 'forms.save', subjectKind: 'draft', subjectId: id, detail: { step: code } })
  return { draft: id, step: code, ...result }
}

/** The step with this code, if it may be visited yet. */
export function stepOf(journey: Journey, code: string): Step {
  const step = journey.steps.find((each) => each.code === code)
  if (!step || !canVisit(journey, step)) throw new Refusal('not_found')
  return step
}

function storeAnswers({ row, bundle }: LoadedDraft, step: Step, typed: Record<string, unknown>): void {
  const { answers, knowns } = row.content
  const fields =
    step.kind === 'materials' ? Object.keys(bundle.materials).map(signatureField) : pageElements(bundle, step)
  for (const field of fields) {
    const value = typed[field]
    if (typeof value === 'string') answers[field] = value.slice(0, MOST_CHARACTERS)
    else if (Array.isArray(value))
      answers[field] = value.map((each) => String(each).slice(0, MOST_CHARACTERS))
    // An unticked group of check boxes posts nothing: on its own step that is an answer.
    else if (
      bundle.elements[field]?.type === 'choices' &&
      step.elements.includes(field) &&
      !knowns[field]?.locked
    )
      answers[field] = []
  }
}

/** Every element a page may ask: a native form may post fields that only its own answers make needed. */
function pageElements(bundle: LoadedDraft['bundle'], step: Step): string[] {
  const page =
    step.kind === 'page' ? bundle.lifeEvent.pages.find((each) => each.code === step.code) : undefined
  return page?.elements ?? step.elements
}

/** What is wrong with a step as it stands in the draft. */
export function judgeStep({ row, bundle }: LoadedDraft, journey: Journey, step: Step, at: number): Problem[] {
  if (step.kind === 'materials') return judgeMaterials(journey, row.content)
  const now = journey.steps.find((each) => each.code === step.code) ?? step
  return now.elements.flatMap((field): Problem[] => {
    const { value, fault: wrong } = answered(bundle, row.content, field, dayOf(at))
    const optional = step.kind === 'page' && (journey.needs.get(field)?.optional ?? false)
    const problem = wrong ?? (value === undefined && !optional ? fault('missing') : null)
    return problem ? [{ field, ...problem }] : []
  })
}

/** Another situation needs other look-ups: what was found under the old one is asked for anew, with consent. */
function forgetLookups(content: DraftContent): void {
  content.saved = content.saved.filter((code) => code !== 'consent')
  content.lookups = {}
  content.knowns = Object.fromEntries(
    Object.entries(content.knowns).filter(([, known]) => known.source.kind !== 'exchange'),
  )
}

function judgeMaterials(journey: Journey, content: DraftContent): Problem[] {
  return journey.materials
    .filter((each) => each.state !== 'exempt' && !isGiven(each, content))
    .map(({ material, state }) =>
      state === 'sign'
        ? { field: signatureField(material.code), ...fault('signature_missing') }
        : { field: material.code, ...fault('file_missing') },
    )
}

function markSaved({ row }: LoadedDraft, step: Step, fine: boolean): void {
  const others = row.content.saved.filter((code) => code !== step.code && code !== `${step.code}!`)
  row.content.saved = [...others, fine ? step.code : `${step.code}!`]
}

function following(journey: Journey, code: string): Step {
  const i = journey.steps.findIndex((step) => step.code === code)
  const after = journey.steps.slice(i + 1).find((step) => !step.done)
  return journey.next.done || journey.steps.indexOf(journey.next) < i ? journey.next : (after ?? journey.next)
}
