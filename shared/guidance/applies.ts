import type { Bundle } from '../catalog/bundle.ts'
import { elementOf } from '../catalog/bundle.ts'
import type { Effect, ServiceItem } from '../catalog/documents.ts'
import type { Block, LeftOut, Plan } from '../forms/plan.ts'
import { sayCondition } from '../guides/say-condition.ts'
import type { Condition } from '../rules/condition.ts'
import { judge, mayHold, type Facts } from '../rules/judge.ts'
import type { Lang, Text } from '../text.ts'
import type { ApplyingItem, AppliesView, BlockView, EligibilityView, LeftOutItem } from './view.ts'

/** What a plan has in it and what not, and why, in words. */
export function presentApplies(bundle: Bundle, plan: Plan, facts: Facts, lang: Lang): AppliesView {
  const conditions = new Map(bundle.lifeEvent.items.map((bundled) => [bundled.item, bundled.include]))
  const say = (condition: Condition) => sayCondition(condition, (code) => elementOf(bundle, code), lang)
  const present = (item: ServiceItem, why: string | null): ApplyingItem => ({
    code: item.code,
    name: item.name[lang],
    department: bundle.departments[item.department]?.shortName[lang] ?? '',
    why,
  })
  const whenOf = (item: ServiceItem) => conditions.get(item.code) ?? unlessDropped(bundle, item, facts)
  // That a choice was made needs no reason.
  const because = (condition: Condition | undefined) =>
    condition && !('has' in condition) ? say(condition) : null
  const isOpen = (item: ServiceItem) => {
    const when = whenOf(item)
    return when !== undefined && judge(when, facts).verdict === 'unknown'
  }
  return {
    items: plan.items.filter((item) => !isOpen(item)).map((item) => present(item, because(whenOf(item)))),
    open: plan.items.filter(isOpen).map((item) => present(item, because(whenOf(item)))),
    out: plan.out.map((left) => presentOut(left)),
    counter: plan.counter.map(({ item, reason }) => present(item, reason[lang])),
    notices: [...new Set(plan.notices.map((text) => text[lang]))],
  }

  function presentOut({ item, message, include, chosen }: LeftOut): LeftOutItem {
    if (message) return { ...present(item, message[lang]), because: 'said' }
    const refuted = include ? refutedIn(include, facts) : []
    if (chosen && refuted.some((part) => 'has' in part))
      return { ...present(item, null), because: 'notChosen' }
    return { ...present(item, say({ all: refuted })), because: 'condition' }
  }
}

/** Of an item that an answer to come may still drop, what must not hold for that. */
function unlessDropped({ lifeEvent }: Bundle, { code }: ServiceItem, facts: Facts): Condition | undefined {
  const open = lifeEvent.situations.flatMap(({ showWhen, effects = [] }) =>
    mayHold(showWhen, facts)
      ? effects.flatMap((effect) =>
          drops(effect, code) && judge(effect.when, facts).verdict === 'unknown'
            ? [{ not: effect.when }]
            : [],
        )
      : [],
  )
  return open.length > 0 ? { all: open } : undefined
}

function drops(effect: Effect, code: string): boolean {
  return effect.effect === 'switchItem'
    ? effect.from === code
    : effect.effect === 'dropItem' && effect.items.includes(code)
}

/** The reasons why nothing can be applied for. `titleOf` knows the other life events. */
export function presentBlocks(
  blocked: readonly Block[],
  titleOf: (lifeEvent: string) => Text | undefined,
  lang: Lang,
): BlockView[] {
  return blocked.map(({ message, source, way, lifeEvent }) => {
    const title = lifeEvent === undefined ? undefined : titleOf(lifeEvent)
    return {
      reason: message[lang],
      source: source?.[lang] ?? null,
      way: way?.[lang] ?? null,
      instead: lifeEvent !== undefined && title ? { code: lifeEvent, title: title[lang] } : null,
    }
  })
}

/** Who can apply: judged at once where the answers suffice, else a condition for oneself to check. */
export function presentEligibility(bundle: Bundle, facts: Facts, lang: Lang): EligibilityView[] {
  return bundle.lifeEvent.eligibility.map(({ rule, otherwise, way, source }) => ({
    text: sayCondition(rule, (code) => elementOf(bundle, code), lang),
    verdict: judge(rule, facts).verdict,
    otherwise: otherwise[lang],
    way: way?.[lang] ?? null,
    source: source[lang],
  }))
}

/** Of a refuted condition, the parts that say no: a person reads what decided, not the whole rule. */
function refutedIn(include: Condition, facts: Facts): Condition[] {
  const parts = 'all' in include ? include.all : [include]
  const refuted = parts.filter((part) => judge(part, facts).verdict === 'no')
  return refuted.length > 0 ? refuted : parts
}
