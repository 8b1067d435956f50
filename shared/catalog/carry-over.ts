import { emptyDraft, type DraftContent, type Known } from '../forms/draft.ts'
import { journeyOf, type Journey } from '../forms/journey.ts'
import { isSame } from '../same.ts'
import type { Text } from '../text.ts'
import type { Bundle } from './bundle.ts'
import type { LookupPlan } from './life-event.ts'

/** One thing that is different for a person since the life event was published anew. */
export interface CarriedChange {
  /** The element, item or material; for `days` the life event. */
  code: string
  what:
    | 'asked-now'
    | 'not-asked-any-more'
    | 'options-changed'
    | 'item-added'
    | 'item-gone'
    | 'material-added'
    | 'material-gone'
    | 'days'
    | 'consent-again'
  /** What it is called. */
  text: Text
}

/**
 * A draft of an older bundle, as a draft of a newer one. What was answered stays wherever it is still asked; steps
 * stay done where they ask nothing new; nothing is dropped without being told.
 * @param today `YYYY-MM-DD`
 */
export function carryOver(
  before: Bundle,
  after: Bundle,
  content: DraftContent,
  today: string,
): { content: DraftContent; changes: CarriedChange[] } {
  const keys = carriedKeys(before, after)
  const lookups = carriedLookups(keys, content)
  const asksMore = after.lifeEvent.lookups.some((plan) => !before.lifeEvent.lookups.some(isLike(plan)))
  const isOld = cameOtherwise(before, after)
  const again = asksMore && content.saved.includes('consent')
  const carried: DraftContent = {
    ...emptyDraft(),
    ...content,
    answers: kept(content.answers, (key) => isKnownField(key, after)),
    knowns: kept(content.knowns, (key, known) => key in after.elements && !(again && isOld(key, known))),
    lookups,
    ...(content.choices && { choices: {} }),
    ...(content.picked && { picked: content.picked.flatMap((key) => keys.get(key) ?? []) }),
    saved: carriedSteps(before, after, content).filter((step) => !(again && step === 'consent')),
    consentId: again ? null : content.consentId,
    rejected: [],
  }
  const old = journeyOf(before, content, today)
  const young = journeyOf(after, carried, today)
  return {
    content: carried,
    changes: [
      ...itemChanges(old, young),
      ...questionChanges({ bundle: before, journey: old }, { bundle: after, journey: young }, carried),
      ...materialChanges(old, young),
      ...(before.lifeEvent.promisedDays === after.lifeEvent.promisedDays
        ? []
        : [change(after.lifeEvent.code, 'days', after.lifeEvent.title)]),
      ...(again ? [change('consent', 'consent-again', after.lifeEvent.title)] : []),
    ],
  }
}

function change(code: string, what: CarriedChange['what'], text: Text): CarriedChange {
  return { code, what, text }
}

function kept<T>(
  record: Readonly<Record<string, T>>,
  keeps: (key: string, value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => keeps(key, value)))
}

/** An answer to an element, or a signature under a material, that the bundle still has. */
function isKnownField(key: string, bundle: Bundle): boolean {
  return key in bundle.elements || (key.startsWith('signature.') && key.slice(10) in bundle.materials)
}

/** Questions are steps by their number, pages by their code. */
function carriedSteps(before: Bundle, after: Bundle, { saved }: DraftContent): string[] {
  const numbers = new Map(after.lifeEvent.situations.map(({ element }, i) => [element, `s${i + 1}`]))
  const questions = new Map(
    before.lifeEvent.situations.map(({ element }, i) => [`s${i + 1}`, numbers.get(element)]),
  )
  const pages = new Set(['consent', 'materials', ...after.lifeEvent.pages.map(({ code }) => code)])
  return saved.flatMap((step) => questions.get(step) ?? (pages.has(step) ? [step] : []))
}

/** Look-ups are known by resource and place in the plan: how a look-up was known before, and how it is now. */
function carriedKeys(before: Bundle, after: Bundle): ReadonlyMap<string, string> {
  return new Map(
    after.lifeEvent.lookups.flatMap((plan, place) => {
      const was = before.lifeEvent.lookups.findIndex(isLike(plan))
      return was < 0 ? [] : [[`${plan.resource}#${was}`, `${plan.resource}#${place}`] as const]
    }),
  )
}

function carriedLookups(
  keys: ReadonlyMap<string, string>,
  { lookups }: DraftContent,
): DraftContent['lookups'] {
  return Object.fromEntries(
    [...keys].flatMap(([was, is]) => {
      const outcome = lookups[was]
      // Of several matches one was to be picked: they are looked up again.
      return outcome && outcome !== 'several' ? [[is, outcome] as const] : []
    }),
  )
}

/** Whether another plan asks the same of the same resource, in the same situations, on the same proof and rows. */
function isLike(plan: LookupPlan): (other: LookupPlan) => boolean {
  const what = ({ resource, when, ask, gives, proof = [], only = {}, recent }: LookupPlan) => [
    resource,
    when,
    ask,
    gives,
    proof,
    only,
    recent,
  ]
  return (other) => isSame(what(other), what(plan))
}

/** Whether a value came by a look-up that is made otherwise now, such as only once a relation is proven. */
function cameOtherwise(before: Bundle, after: Bundle): (code: string, known: Known) => boolean {
  const stays = (plan: LookupPlan) => after.lifeEvent.lookups.some(isLike(plan))
  return (code, { source }) => {
    const giving = before.lifeEvent.lookups.filter(
      ({ resource, gives }) => source.kind === 'exchange' && resource === source.resource && code in gives,
    )
    return giving.length > 0 && !giving.some(stays)
  }
}

function itemChanges(old: Journey, young: Journey): CarriedChange[] {
  const was = new Set(old.plan.items.map(({ code }) => code))
  const is = new Set(young.plan.items.map(({ code }) => code))
  return [
    ...young.plan.items
      .filter(({ code }) => !was.has(code))
      .map(({ code, name }) => change(code, 'item-added', name)),
    ...old.plan.items
      .filter(({ code }) => !is.has(code))
      .map(({ code, name }) => change(code, 'item-gone', name)),
  ]
}

interface Seen {
  bundle: Bundle
  journey: Journey
}

function questionChanges(old: Seen, young: Seen, content: DraftContent): CarriedChange[] {
  const was = askedIn(old.journey)
  const is = askedIn(young.journey)
  const label = ({ bundle }: Seen, code: string): Text =>
    bundle.elements[code]?.label ?? { zh: code, en: code }
  const added = [...is].filter((code) => !was.has(code) && young.journey.answers(code).value === undefined)
  const gone = [...was].filter((code) => !is.has(code))
  const both = [...is].filter((code) => was.has(code) && code in content.answers)
  const unfit = both.filter((code) => young.journey.answers(code).fault && !old.journey.answers(code).fault)
  return [
    ...added.map((code) => change(code, 'asked-now', label(young, code))),
    ...gone.map((code) => change(code, 'not-asked-any-more', label(old, code))),
    ...unfit.map((code) => change(code, 'options-changed', label(young, code))),
  ]
}

function askedIn({ steps }: Journey): Set<string> {
  return new Set(steps.flatMap(({ elements }) => elements))
}

function materialChanges(old: Journey, young: Journey): CarriedChange[] {
  const was = new Set(old.materials.map(({ material }) => material.code))
  const is = new Set(young.materials.map(({ material }) => material.code))
  return [
    ...young.materials
      .filter(({ material }) => !was.has(material.code))
      .map(({ material }) => change(material.code, 'material-added', material.name)),
    ...old.materials
      .filter(({ material }) => !is.has(material.code))
      .map(({ material }) => change(material.code, 'material-gone', material.name)),
  ]
}
