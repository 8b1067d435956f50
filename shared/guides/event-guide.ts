import type { Bundle } from '../catalog/bundle.ts'
import { elementOf, itemOf } from '../catalog/bundle.ts'
import type { Condition } from '../rules/condition.ts'
import type { EventGuide } from '../contract/guides.ts'
import { savingsOf } from '../forms/savings.ts'
import type { Lang, Text } from '../text.ts'
import type { Around } from './around.ts'
import { guideDepartment } from './department.ts'
import { casesOfCounter, casesOfNo, peopleOf } from './event-cases.ts'
import { guideMaterials } from './materials.ts'
import { guideOffer } from './offered.ts'
import { guideHalls } from './places.ts'
import { departmentOf, presentStage } from './present-stage.ts'
import { sayCondition } from './say-condition.ts'
import { stagesOf } from './stages.ts'
import { proceduresOf, publicityOf } from './waits.ts'

/** The guide of a life event: everything somebody wants to know before they begin, from the published catalogue. */
export function eventGuide(bundle: Bundle, lang: Lang, around: Around): EventGuide {
  const { lifeEvent } = bundle
  const items = lifeEvent.items.map(({ item }) => itemOf(bundle, item))
  const say = (text: Text) => text[lang]
  const inWords = (condition: Condition) => sayCondition(condition, (code) => elementOf(bundle, code), lang)
  const { jointInspection } = lifeEvent
  return {
    code: lifeEvent.code,
    title: say(lifeEvent.title),
    name: say(lifeEvent.name),
    summary: say(lifeEvent.summary),
    audience: lifeEvent.audience,
    who: say(lifeEvent.who),
    department: guideDepartment(departmentOf(bundle, lifeEvent.department), lang),
    promisedDays: lifeEvent.promisedDays,
    promiseNote: say(lifeEvent.promiseNote),
    savings: savingsOf(bundle),
    stages: stagesOf(lifeEvent.items).map((stage) => presentStage(bundle, stage, lang)),
    certificates: items.filter(({ result }) => result.certificate).length,
    physical: items.filter(({ result }) => result.physical).length,
    results: [...new Set(items.map(({ result }) => say(result.name)))],
    conditions: lifeEvent.eligibility.map(({ rule, otherwise, way, source }) => ({
      text: inWords(rule),
      otherwise: say(otherwise),
      way: way ? say(way) : null,
      source: say(source),
    })),
    noes: casesOfNo(bundle, around.titleOf, lang, inWords),
    counterCases: casesOfCounter(bundle, lang, inWords),
    people: peopleOf(bundle, lang, inWords),
    procedures: items.flatMap((item) => proceduresOf(item, lang, inWords)),
    publicity: items.flatMap((item) => publicityOf(item, lang, inWords)),
    inspection: jointInspection
      ? {
          items: jointInspection.items.map((code) => say(itemOf(bundle, code).name)),
          note: say(jointInspection.note),
        }
      : null,
    windows: (lifeEvent.windows ?? []).map(({ name, from, to }) => ({ name: say(name), from, to })),
    refusals: [...new Set(items.flatMap(({ refusals = [] }) => refusals.map(say)))],
    halls: guideHalls(around.halls, lang),
    offer: guideOffer(around.offer, lang),
    nationalList: lifeEvent.nationalList ? say(lifeEvent.nationalList) : null,
    solemn: Boolean(lifeEvent.solemn),
    updatedOn: around.updatedOn,
    materials: guideMaterials(
      bundle,
      items.map(({ code }) => code),
      lang,
    ),
    fees: items.flatMap(({ name, fees }) => (fees ? [{ item: say(name), text: say(fees) }] : [])),
    deciders: [...new Set(items.map(({ department }) => department))].map((code) =>
      guideDepartment(departmentOf(bundle, code), lang),
    ),
    basis: uniqueBy(
      items.flatMap(({ basis }) => basis).map(({ law, clause }) => ({ law: say(law), clause: say(clause) })),
      ({ law, clause }) => law + clause,
    ),
    remedies: [...new Set(items.map(({ remedy }) => say(remedy)))],
    faqs: lifeEvent.faqs.map(({ question, answer }) => ({ question: say(question), answer: say(answer) })),
    verified: lifeEvent.verified.map(say),
    unverified: lifeEvent.unverified.map(say),
    rating: around.ratings[lifeEvent.code] ?? null,
  }
}

function uniqueBy<T>(list: readonly T[], key: (each: T) => string): T[] {
  return [...new Map(list.map((each) => [key(each), each])).values()]
}
