import { elementOf } from '../catalog/bundle.ts'
import type { ServiceItem } from '../catalog/documents.ts'
import type { ItemGuide } from '../contract/guides.ts'
import type { Condition } from '../rules/condition.ts'
import type { Lang, Text } from '../text.ts'
import type { Around } from './around.ts'
import { guideDepartment } from './department.ts'
import { guideMaterials } from './materials.ts'
import { guideOffer } from './offered.ts'
import { guideHalls } from './places.ts'
import { lifeEventsWith, sourcesOf, type Published } from './published.ts'
import { sayCondition, sayLines } from './say-condition.ts'
import { proceduresOf, publicityOf } from './waits.ts'

/** The guide of one service item (办事指南), domain.md §2.4. */
export function itemGuide(published: Published, item: ServiceItem, lang: Lang, around: Around): ItemGuide {
  const sources = sourcesOf(published, item.code)
  const element = (code: string) => elementOf(sources, code)
  const say = (text: Text) => text[lang]
  const sayIf = (text: Text | undefined) => text?.[lang] ?? null
  const inWords = (condition: Condition) => sayCondition(condition, element, lang)
  const { acceptDays, deliverDays, channels, depth, mobile, scope, scopeMode, serveTo, powerSource } =
    item.service
  return {
    code: item.code,
    name: say(item.name),
    summary: say(item.summary),
    type: item.type,
    catalogCode: item.catalogCode,
    taskCode: item.taskCode,
    department: guideDepartment(published.one('department', item.department), lang),
    conditions: item.conditions.map(say),
    refusals: (item.refusals ?? []).map(say),
    legalDays: item.legalDays,
    promisedDays: item.promisedDays,
    promisedIf: (item.promisedDaysIf ?? []).map(({ when, days }) => ({ when: inWords(when), days })),
    terms: { acceptDays, deliverDays, channels, depth, mobile, scope, scopeMode, serveTo, powerSource },
    procedures: proceduresOf(item, lang, inWords),
    publicity: publicityOf(item, lang, inWords),
    commitment: item.commitment
      ? {
          text: say(item.commitment.text),
          when: item.commitment.when ? inWords(item.commitment.when) : null,
        }
      : null,
    quota: sayIf(item.quota),
    annual: sayIf(item.annual),
    intermediary: sayIf(item.intermediary),
    fees: item.fees && say(item.fees),
    trips: item.trips,
    halls: guideHalls(around.halls, lang),
    offer: guideOffer(around.offer, lang),
    updatedOn: around.updatedOn,
    result: {
      name: say(item.result.name),
      certificate: Boolean(item.result.certificate),
      physical: Boolean(item.result.physical),
    },
    instant: item.instant
      ? { name: say(item.instant.name), conditions: sayLines(item.instant.rule, element, lang) }
      : null,
    materials: guideMaterials(sources, [item.code], lang),
    facts: [
      ...new Set(
        item.needs
          .map(({ element: code }) => element(code))
          .filter(({ derive }) => !derive)
          .map(({ label }) => say(label)),
      ),
    ],
    checkpoints: item.checkpoints.map(say),
    basis: item.basis.map(({ law, clause }) => ({ law: say(law), clause: say(clause) })),
    remedy: say(item.remedy),
    faqs: item.faqs.map(({ question, answer }) => ({ question: say(question), answer: say(answer) })),
    lifeEvents: lifeEventsWith(published, item.code).map(({ code, title, summary }) => ({
      code,
      title: say(title),
      summary: say(summary),
      rating: around.ratings[code] ?? null,
    })),
  }
}
