import type { Bundle } from '../catalog/bundle.ts'
import { elementOf } from '../catalog/bundle.ts'
import type { BundledItem, Hall, ServiceItem } from '../catalog/documents.ts'
import { alternativesOf } from '../catalog/prerequisites.ts'
import { mergeNeeds } from '../forms/merged-needs.ts'
import type { Plan } from '../forms/plan.ts'
import { guideHalls } from '../guides/places.ts'
import { presentStage } from '../guides/present-stage.ts'
import { sayCondition } from '../guides/say-condition.ts'
import { stagesOf } from '../guides/stages.ts'
import type { Condition } from '../rules/condition.ts'
import { judge, mayHold, type Facts } from '../rules/judge.ts'
import type { Lang } from '../text.ts'
import { knownElements } from '../forms/known.ts'
import { outcomeMaterials } from './materials.ts'
import type { OutcomeView } from './view.ts'

/** What an application comes to under the answers: items in order, days, materials, people, visits. */
export function presentOutcome(
  bundle: Bundle,
  plan: Plan,
  facts: Facts,
  { lang, halls }: { lang: Lang; halls: readonly Hall[] },
): OutcomeView {
  const { lifeEvent } = bundle
  const taken = new Set(plan.items.map(({ code }) => code))
  const name = (item: ServiceItem) => item.name[lang]
  /** Nothing for what holds already; the condition in words where it is still open. */
  const whenOpen = (when: Condition | undefined) =>
    when && judge(when, facts).verdict === 'unknown'
      ? sayCondition(when, (code) => elementOf(bundle, code), lang)
      : null
  return {
    stages: stagesOf(lifeEvent.items.filter(({ item }) => taken.has(item))).map((stage) =>
      presentStage(
        bundle,
        stage.map((each) => decided(each, taken, facts)),
        lang,
      ),
    ),
    promisedDays: lifeEvent.promisedDays,
    promiseNote: lifeEvent.promiseNote[lang],
    materials: outcomeMaterials(bundle, plan, facts, lang),
    participants: (lifeEvent.participants ?? [])
      .filter(({ when }) => mayHold(when, facts))
      .map(({ title, statement, when }) => ({
        title: title[lang],
        statement: statement[lang],
        when: whenOpen(when),
      })),
    procedures: plan.procedures.map(({ item, procedure, message }) => ({
      item: name(item),
      name: procedure.name[lang],
      days: procedure.days,
      basis: procedure.basis[lang],
      message: message?.[lang] ?? null,
    })),
    publicity: plan.items.flatMap((item) => {
      const { publicity } = item
      if (!publicity || !mayHold(publicity.when, facts)) return []
      const { days, subject, when } = publicity
      return [{ item: name(item), days, subject: subject[lang], when: whenOpen(when) }]
    }),
    inspection: inspectionOf(bundle, plan, lang),
    fees: plan.items.flatMap((item) => (item.fees ? [{ item: name(item), text: item.fees[lang] }] : [])),
    visits: plan.items
      .filter(({ trips }) => trips.bundled > 0)
      .map((item) => ({ item: name(item), trips: item.trips.bundled })),
    atHand: atHand(bundle, plan, facts, lang),
    halls: guideHalls(halls, lang),
  }
}

/** An item as the answers leave it: waiting only for what is taken, and no longer a choice where it holds. */
function decided(item: BundledItem, taken: ReadonlySet<string>, facts: Facts): BundledItem {
  const { include, prerequisites, ...rest } = item
  const open = include && judge(include, facts).verdict === 'unknown'
  return {
    ...rest,
    ...(open ? { include } : { chosen: false }),
    prerequisites: prerequisites
      .map((group) => alternativesOf(group).filter((code) => taken.has(code)))
      .filter((codes) => codes.length > 0)
      .map((anyOf) => ({ anyOf })),
  }
}

/** One visit of several departments, when at least two of its items are taken. */
function inspectionOf({ lifeEvent }: Bundle, plan: Plan, lang: Lang): OutcomeView['inspection'] {
  const { jointInspection } = lifeEvent
  const items = plan.items.filter(({ code }) => jointInspection?.items.includes(code))
  return jointInspection && items.length > 1
    ? { items: items.map(({ name }) => name[lang]), note: jointInspection.note[lang] }
    : null
}

/** What will be asked besides the questions: what no register is asked for. */
function atHand(bundle: Bundle, plan: Plan, facts: Facts, lang: Lang): string[] {
  const known = knownElements(bundle, facts)
  return [...mergeNeeds(bundle, plan.items, facts).values()]
    .filter(({ element, optional }) => !optional && !known.has(element))
    .map(({ element }) => elementOf(bundle, element).label[lang])
}
