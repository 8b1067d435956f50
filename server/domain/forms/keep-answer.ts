import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { DraftContent, Known } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import {
  forgetAskedWith,
  forgetKnowns,
  forgetLookup,
  paramsOf,
  planOfKey,
  type ReadyLookup,
} from '#shared/forms/lookups.ts'
import { withVouchers } from '#shared/forms/proof.ts'
import { takeRow } from '#shared/forms/take-row.ts'
import { holds } from '#shared/rules/judge.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { LookupAnswer } from '../exchange/index.ts'

/** A question of a draft with its answer. */
export interface Came {
  ready: ReadyLookup
  answer: LookupAnswer
  /** The person was asked meanwhile: what they say counts, also against a register. */
  late: boolean
}

/** Keeps an answer in a draft. One whose question would be another now is let go. */
export function keepAnswer(bundle: Bundle, content: DraftContent, came: Came, at: number): void {
  const { ready, answer, late } = came
  const { plan, key } = ready
  const facts = draftFacts(bundle, content, dayOf(at))
  const asked = paramsOf(plan, facts)
  if (!holds(plan.when, facts) || JSON.stringify(asked) !== JSON.stringify(ready.params)) return
  forgetLookup(bundle, content, key)
  if (answer.outcome !== 'unavailable' && answer.outcome !== 'refused') letGo(bundle, content, came, at)
  content.lookups = { ...content.lookups, [key]: answer.outcome }
  const [row] = answer.rows
  const { vouchers } = answer
  if (answer.outcome === 'several')
    content.choices = { ...content.choices, [key]: { rows: answer.rows, vouchers, at: answer.at } }
  if (answer.outcome === 'found' && row)
    keepRow(bundle, content, ready, row, { at, late, askedAt: answer.at, vouchers })
}

/**
 * What a question had filled in and its answer does not say any more goes, with what was found by it or proven by it:
 * a relation that was struck opens nothing further.
 */
function letGo(bundle: Bundle, content: DraftContent, { ready, answer }: Came, at: number): void {
  const { plan, key } = ready
  const [row] = answer.outcome === 'found' ? answer.rows : []
  const said = row ? takeRow(bundle, plan, row, { at: answer.at, today: dayOf(at) }).knowns : {}
  const gone = Object.keys(plan.gives).filter((code) => {
    const known = content.knowns[code]
    if (!known || JSON.stringify(said[code]?.value) === JSON.stringify(known.value)) return false
    if (code in said) return true
    return known.source.resource === plan.resource && !isSaidElsewhere(bundle, content, code, key)
  })
  if (gone.length === 0) return
  forgetKnowns(content, gone)
  forgetAskedWith(bundle, content, new Set(gone))
}

/** Whether another question to the same register, which was answered, fills the element in as well. */
function isSaidElsewhere(bundle: Bundle, content: DraftContent, code: string, key: string): boolean {
  const { resource } = planOfKey(bundle, key) ?? {}
  return Object.entries(content.lookups).some(([other, outcome]) => {
    const plan = other === key || outcome !== 'found' ? undefined : planOfKey(bundle, other)
    return plan?.resource === resource && plan !== undefined && code in plan.gives
  })
}

/** How a row is kept: when, and with the exchange's word for the numbers in it. */
interface Keeping {
  at: number
  late: boolean
  askedAt: number
  vouchers?: Record<string, string> | undefined
}

/** Fills in what a row gives. Nothing typed is overwritten, and what the person was asked for is not locked. */
export function keepRow(
  bundle: Bundle,
  content: DraftContent,
  { plan }: Pick<ReadyLookup, 'plan'>,
  row: Readonly<Record<string, FactValue>>,
  { at, late, askedAt, vouchers = {} }: Keeping,
): void {
  const { knowns, unusable } = takeRow(bundle, plan, row, { at: askedAt, today: dayOf(at) })
  const open = (known: Known): Known => withVouchers(late ? { ...known, locked: false } : known, vouchers)
  content.knowns = {
    ...content.knowns,
    ...Object.fromEntries(Object.entries(knowns).map(([code, known]) => [code, open(known)])),
  }
  // What was reported wrong is unlocked by whoever keeps the draft: this may be about somebody else.
  const disputed = Object.entries(content.disputed ?? {}).filter(([code]) => !(code in knowns))
  content.disputed = Object.fromEntries(disputed)
  content.unusable = { ...content.unusable, ...unusable }
}
