import { createHash } from 'node:crypto'
import type { Actor } from '#shared/access/actor.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { postedRows, postedValue } from '#shared/elements/posted.ts'
import { fault, problemsOf, type Problem } from '#shared/problem.ts'
import { crossProblems, refutedChecks } from '#shared/forms/cross-checks.ts'
import { forgetAskedWith, madeLookups, readyLookups } from '#shared/forms/lookups.ts'
import type { Answer, DraftContent } from '#shared/forms/draft.ts'
import {
  canVisit,
  isGiven,
  signatureField,
  type Journey,
  type Route,
  type Step,
} from '#shared/forms/journey.ts'
import { unneededSince } from '#shared/forms/unneeded.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Lang } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { typedValue } from '#shared/elements/value.ts'
import { consentIn } from './consent-in.ts'
import { pressRow } from './press-row.ts'
import { changeDraft, routeOf, type ChangingDraft, type LoadedDraft } from './load.ts'
import { decideAnew } from './revoked.ts'
import { isBlank, isWithheld } from './withheld.ts'

/** A saved step: where to go next, and what is wrong if it cannot go on. */
export interface SavedStep {
  draft: string
  step: string
  /** The code of the step that comes next; the same when there are problems. */
  next: string
  problems: Problem[]
  /** Where the page goes on when a row was added or taken away. */
  at?: string
  /** The consent under which something can be looked up now that could not before; null when nothing can. */
  lookUnder?: string | null
}

/** Nothing longer is kept for one field: far beyond any lawful value, well below harm. */
const MOST_CHARACTERS = 5000
const MOST_TEXTS = 300

/**
 * Saves what was typed on a step, valid or not, then judges it.
 * @param rejected files of this post that could not be taken: told beside their field
 */
export async function saveStep(
  act: Act,
  { draft: id, step: code, ...typed }: { draft: string; step: string } & Record<string, unknown>,
  rejected: readonly Problem[] = [],
): Promise<SavedStep> {
  const { result } = await changeDraft(act, id, (draft) => {
    const step = stepOf(routeOf(draft, act.at), code)
    refuseOlder(draft, step, typed)
    const before = step.kind === 'situation' ? draft.walkNow() : null
    if (step.kind === 'situation') storeSituation(draft, step, typed, act.at)
    else storePage(draft, step, typed, act.actor)
    const others = draft.row.content.rejected.filter(({ field }) => !step.elements.includes(field))
    draft.row.content.rejected = [...(step.kind === 'materials' ? [] : others), ...rejected]
    const at = pressRow(draft, step, typed)
    if (at !== null) return { problems: [], next: code, at }
    markSaved(draft, step, true)
    const after = draft.walkNow()
    const problems = judgeStep(draft, after, step, act.lang)
    if (problems.length > 0) {
      markSaved(draft, step, false)
      return { problems, next: code }
    }
    draft.row.content.unneeded = before ? unneededSince(before, after, draft.row.content) : []
    draft.settle(after)
    return { problems, next: following(after, code).code, lookUnder: lookUnder(draft, after) }
  })
  act.note({ verb: 'forms.save', subjectKind: 'draft', subjectId: id, detail: { step: code } })
  return { draft: id, step: code, ...result }
}

/** The step with this code, if it may be visited yet. */
export function stepOf(route: Route, code: string): Step {
  const step = route.steps.find((each) => each.code === code)
  if (!step || !canVisit(route, step)) throw new Refusal('not_found')
  return step
}

/**
 * Two windows with one page: what was drawn before somebody saved something else does not overwrite it. The form comes
 * back with both, and the next post decides.
 */
function refuseOlder({ row }: LoadedDraft, step: Step, typed: Record<string, unknown>): void {
  const { _seen: seen } = typed
  if (typeof seen !== 'string' || seen === seenOf(row.content, step)) return
  if (step.elements.every((code) => isSame(postedValue(code, typed), row.content.answers[code]))) return
  throw new Refusal('changed_elsewhere')
}

function isSame(typed: unknown, stored: unknown): boolean {
  return JSON.stringify(typed ?? '') === JSON.stringify(stored ?? '')
}

/** What is answered on a step, as a mark that its page carries. */
export function seenOf({ answers }: DraftContent, { elements }: Pick<Step, 'elements'>): string {
  const content = JSON.stringify(elements.map((code) => answers[code] ?? null))
  return createHash('sha256').update(content).digest('base64url').slice(0, 12)
}

/** What was found with answers that are others now is forgotten. */
function storePage(draft: ChangingDraft, step: Step, typed: Record<string, unknown>, actor: Actor): void {
  const { content } = draft.row
  const before = { ...content.answers }
  storeAnswers(draft, step, typed)
  leaveWithheld(draft, step, actor)
  const changed = step.elements.filter((code) => before[code] !== content.answers[code])
  if (changed.length > 0) forgetAskedWith(draft.bundle, content, new Set(changed))
}

/** What the page did not give back and was left empty stays as it is known. */
function leaveWithheld({ row, bundle, walkNow }: ChangingDraft, step: Step, actor: Actor): void {
  const { answers, knowns } = row.content
  const blank = pageElements(bundle, step).filter(
    (code) => knowns[code] !== undefined && code in answers && isBlank(answers[code]),
  )
  if (blank.length === 0) return
  const { facts } = walkNow()
  for (const code of blank)
    if (isWithheld(bundle, code, knowns[code], facts, { actor, personId: row.personId })) delete answers[code]
}

function lookUnder({ row, bundle }: LoadedDraft, { facts }: Journey): string | null {
  const { content } = row
  const ready = readyLookups(bundle, content, facts, madeLookups(content))
  return ready.length > 0 ? consentIn(content) : null
}

/** What was typed, or what somebody would type to say what is known already. */
function saidOf({ row, bundle }: LoadedDraft, code: string): unknown {
  const known = row.content.knowns[code]
  const element = bundle.elements[code]
  return row.content.answers[code] ?? (known && element && typedValue(element, known.value))
}

/** Another situation needs other look-ups, and another consent. */
function storeSituation(draft: LoadedDraft, step: Step, typed: Record<string, unknown>, at: number): void {
  const { content } = draft.row
  const chosen = () => JSON.stringify(step.elements.map((code) => saidOf(draft, code)))
  const before = chosen()
  storeAnswers(draft, step, typed)
  if (chosen() !== before) decideAnew(draft.bundle, content, at)
}

function storeAnswers({ row, bundle }: LoadedDraft, step: Step, typed: Record<string, unknown>): void {
  const { answers, knowns } = row.content
  const fields =
    step.kind === 'materials' ? Object.keys(bundle.materials).map(signatureField) : pageElements(bundle, step)
  for (const field of fields) {
    const element = bundle.elements[field]
    // Files were taken already; what a post says in words about them counts for nothing.
    if (element?.type === 'file' || element?.type === 'photo') continue
    // Nor does what it says about a fact that may not be changed, also when that fact is forgotten later.
    if (knowns[field]?.locked) continue
    const value = takePosted(element, field, typed)
    if (value !== undefined) answers[field] = value
    // Boxes that are not ticked post nothing: on their own step that is an answer.
    else if (
      (element?.type === 'choices' || element?.type === 'declaration') &&
      step.elements.includes(field)
    )
      answers[field] = []
  }
}

/** What was posted for a field, cut to what is kept; rows with the cells they have. */
function takePosted(
  element: DataElement | undefined,
  field: string,
  typed: Record<string, unknown>,
): Answer | undefined {
  if (!element?.columns) {
    const value = typed[field]
    return typeof value === 'string' || Array.isArray(value) ? cut(value) : undefined
  }
  const codes = new Set(element.columns.map(({ code }) => code))
  return postedRows(field, typed)?.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([code, text]) => (codes.has(code) ? [[code, cut(text)]] : [])),
    ),
  )
}

function cut(value: string | unknown[]): string | string[] {
  return typeof value === 'string'
    ? value.slice(0, MOST_CHARACTERS)
    : value.slice(0, MOST_TEXTS).map((each) => String(each).slice(0, MOST_CHARACTERS))
}

/** Every element a page may ask: a native form may post fields that only its own answers make needed. */
function pageElements(bundle: LoadedDraft['bundle'], step: Step): string[] {
  const page =
    step.kind === 'page' ? bundle.lifeEvent.pages.find((each) => each.code === step.code) : undefined
  return page?.elements ?? step.elements
}

/** What is wrong with a step as it stands in the draft. */
export function judgeStep({ row, bundle }: LoadedDraft, journey: Journey, step: Step, lang: Lang): Problem[] {
  if (step.kind === 'materials') return judgeMaterials(journey, row.content)
  const now = journey.steps.find((each) => each.code === step.code) ?? step
  const own = now.elements.flatMap((field): Problem[] => {
    if (step.kind === 'page' && !journey.needs.has(field)) return []
    const { value, fault: wrong } = journey.answers(field)
    const optional = step.kind === 'page' && (journey.needs.get(field)?.optional ?? false)
    const problem = wrong ?? (value === undefined && !optional ? fault('missing') : null)
    return problem ? problemsOf(field, problem) : []
  })
  if (step.kind !== 'page') return own
  const refuted = refutedChecks(bundle.lifeEvent, journey.facts)
  return [...own, ...crossProblems(refuted, new Set(now.elements), lang)]
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
