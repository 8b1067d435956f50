import type { LookUpsView, LookedUpView } from '#shared/cases/desk-view.ts'
import type { LookedUp } from '#shared/cases/content.ts'
import { elementOf, type Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/life-event.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { showMasked } from '#shared/elements/value.ts'
import { lawOf } from '#shared/exchange/about-whom.ts'
import { paramsOf } from '#shared/forms/lookups.ts'
import { takeRow } from '#shared/forms/take-row.ts'
import { holds } from '#shared/rules/judge.ts'
import { isSame } from '#shared/same.ts'
import { listed, say, type Lang } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { sourceName } from '../forms/index.ts'
import { workVisible } from '../work/index.ts'
import { caseFacts, type LoadedCase } from './load.ts'
import { itemsInHands } from './in-hands.ts'
import { departmentName } from './present-parts.ts'
import { groundIn } from './verify-afresh.ts'

/** What a member of staff may look up in a case, and what their department looked up in it, the newest first. */
export function presentLookUps(loaded: LoadedCase, act: Act | Look): LookUpsView {
  const { row, bundle, items } = loaded
  const units = new Set(items.filter((item) => workVisible(item, act.actor)).map(({ unit }) => unit))
  const own = (row.content.lookedUp ?? []).filter(({ unit }) => units.has(unit))
  return {
    no: row.no,
    options: itemsInHands(loaded, act).length > 0 ? optionsOf(loaded, act) : [],
    made: own.reverse().map((each) => presentMade(bundle, each, act.lang)),
  }
}

function optionsOf(loaded: LoadedCase, { at, lang }: Act | Look): LookUpsView['options'] {
  const { row, bundle } = loaded
  const facts = caseFacts(bundle, row.content, at)
  const { lookups } = bundle.lifeEvent
  return lookups.flatMap((plan, i) => {
    const ground = groundIn(loaded, plan, at)
    if (!ground || !holds(plan.when, facts) || !paramsOf(plan, facts)) return []
    const source = sourceName(bundle, { kind: 'exchange', resource: plan.resource }, lang)
    // The same question twice differs in what it is asked for.
    const isTwin = (other: LookupPlan) =>
      other !== plan &&
      other.resource === plan.resource &&
      holds(other.when, facts) &&
      isSame(other.ask, plan.ask)
    const what = lookups.some(isTwin) ? labelsOf(bundle, plan, lang) : ''
    const law = ground.kind === 'law' ? say(lawOf(bundle, plan), lang) : ''
    return [
      {
        value: `${plan.resource}.${i}`,
        label: source,
        hint: [askedWith(bundle, plan, facts, lang), what, law].filter(Boolean).join(' · '),
      },
    ]
  })
}

function labelsOf(bundle: Bundle, { gives }: LookupPlan, lang: Lang): string {
  const elements = Object.keys(gives).map((code) => elementOf(bundle, code))
  const labels = elements.map(({ recordLabel, label }) => say(recordLabel ?? label, lang))
  return listed(labels, lang)
}

/** About whom: what it asks with, masked. */
function askedWith(
  bundle: Bundle,
  { ask }: LookupPlan,
  facts: ReturnType<typeof caseFacts>,
  lang: Lang,
): string {
  return Object.values(ask)
    .flatMap((code) => {
      const fact = facts(code)
      const element = elementOf(bundle, code)
      return fact
        ? [`${say(element.recordLabel ?? element.label, lang)} ${showMasked(element, fact.value, lang)}`]
        : []
    })
    .join(' · ')
}

function presentMade(
  bundle: Bundle,
  { resource, place, outcome, rows, unit, at }: LookedUp,
  lang: Lang,
): LookedUpView {
  const plan = bundle.lifeEvent.lookups[place]
  return {
    source: sourceName(bundle, { kind: 'exchange', resource }, lang),
    unit: departmentName(bundle, unit, lang),
    outcome,
    at,
    rows: plan?.resource === resource ? rows.map((row) => factsOf(bundle, plan, row, at, lang)) : [],
  }
}

function factsOf(
  bundle: Bundle,
  plan: LookupPlan,
  row: LookedUp['rows'][number],
  at: number,
  lang: Lang,
): LookedUpView['rows'][number] {
  const { knowns } = takeRow(bundle, plan, row, { at, today: dayOf(at) })
  return Object.entries(knowns).map(([code, { value }]) => {
    const element = elementOf(bundle, code)
    return { label: say(element.recordLabel ?? element.label, lang), value: showMasked(element, value, lang) }
  })
}
