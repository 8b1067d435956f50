import type { Bundle } from '../catalog/bundle.ts'
import { elementOf, itemOf } from '../catalog/bundle.ts'
import type { BundledItem, Department, ServiceItem } from '../catalog/documents.ts'
import { codesIn } from '../catalog/prerequisites.ts'
import type { EventGuide, GuideItem, GuideRating, GuideStage } from '../contract/guides.ts'
import { savingsOf } from '../forms/savings.ts'
import type { Lang, Text } from '../text.ts'
import { guideDepartment } from './department.ts'
import { guideMaterials } from './materials.ts'
import { sayCondition } from './say-condition.ts'
import { stagesOf } from './stages.ts'

/** The guide of a life event: everything somebody wants to know before they begin, from the published catalogue. */
export function eventGuide(bundle: Bundle, lang: Lang, rating: GuideRating | null): EventGuide {
  const { lifeEvent } = bundle
  const items = lifeEvent.items.map(({ item }) => itemOf(bundle, item))
  const say = (text: Text) => text[lang]
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
    conditions: lifeEvent.eligibility.map(({ rule, otherwise, source }) => ({
      text: sayCondition(rule, (code) => elementOf(bundle, code), lang),
      otherwise: say(otherwise),
      source: say(source),
    })),
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
    rating,
  }
}

function presentStage(bundle: Bundle, stage: readonly BundledItem[], lang: Lang): GuideStage {
  const before = new Set(stage.flatMap(({ prerequisites }) => codesIn(prerequisites)))
  return {
    items: stage.map((bundled) => presentItem(bundle, bundled, itemOf(bundle, bundled.item), lang)),
    after: [...before].flatMap((code) => bundle.items[code]?.result.name[lang] ?? []),
  }
}

function presentItem(
  bundle: Bundle,
  { include, chosen }: BundledItem,
  item: ServiceItem,
  lang: Lang,
): GuideItem {
  return {
    code: item.code,
    name: item.name[lang],
    summary: item.summary[lang],
    department: departmentOf(bundle, item.department).shortName[lang],
    days: item.promisedDays,
    taken: chosen ? 'chosen' : include ? 'situation' : 'always',
    instant: item.instant !== undefined,
  }
}

function departmentOf(bundle: Bundle, code: string): Department {
  const department = bundle.departments[code]
  if (!department) throw new Error(`department ${code} is not in the bundle`)
  return department
}

function uniqueBy<T>(list: readonly T[], key: (each: T) => string): T[] {
  return [...new Map(list.map((each) => [key(each), each])).values()]
}
