import type { DataElement } from '../elements/element.ts'
import { showValue } from '../elements/value.ts'
import type { Condition, FactValue, LeafCondition, OtherElement } from '../rules/condition.ts'
import type { Lang } from '../text.ts'

/** Looks an element up by its code. */
export type ElementOf = (code: string) => DataElement

/** The words between, before and after parts of a condition. */
const WORDS = {
  zh: {
    all: '，并且',
    any: '，或者',
    not: '不是：',
    colon: '：',
    or: '或',
    open: '（',
    close: '）',
    atLeast: '不少于 ',
    atMost: '不超过 ',
    before: '早于 ',
    after: '晚于 ',
    starts: '以此开头：',
    every: '每一项都满足：',
    some: '至少有一项满足：',
    exists: '有记录',
    missing: '没有记录',
    no: (label: string) => `“${label}”选“否”`,
  },
  en: {
    all: ' and ',
    any: ' or ',
    not: 'not: ',
    colon: ': ',
    or: ' or ',
    open: '(',
    close: ')',
    atLeast: 'at least ',
    atMost: 'at most ',
    before: 'before ',
    after: 'after ',
    starts: 'begins with ',
    every: 'for every one, ',
    some: 'for at least one, ',
    exists: 'on record',
    missing: 'not on record',
    no: (label: string) => `${label}: no`,
  },
} as const

/** A condition as people read it: its clause where the document has one, else the fact and what it must be. */
export function sayCondition(condition: Condition, elementOf: ElementOf, lang: Lang): string {
  const words = WORDS[lang]
  if ('all' in condition) return condition.all.map((part) => sayPart(part, elementOf, lang)).join(words.all)
  if ('any' in condition) return alternatives(condition.any, elementOf, lang).join(words.any)
  if ('not' in condition)
    return 'clause' in condition.not
      ? sayCondition(condition.not, elementOf, lang)
      : words.not + sayPart(condition.not, elementOf, lang)
  return condition.clause?.[lang] ?? sayLeaf(condition, elementOf, lang)
}

/** A part of a condition; alternatives are held together where something else stands beside them. */
function sayPart(part: Condition, elementOf: ElementOf, lang: Lang): string {
  const said = sayCondition(part, elementOf, lang)
  const several = 'any' in part && alternatives(part.any, elementOf, lang).length > 1
  return several ? WORDS[lang].open + said + WORDS[lang].close : said
}

/** The alternatives of a condition: values of one fact that would do are said with that fact once. */
function alternatives(parts: readonly Condition[], elementOf: ElementOf, lang: Lang): string[] {
  const said: string[] = []
  const values = new Map<string, { at: number; shown: string[] }>()
  for (const part of parts) {
    const value = plainValue(part)
    if (value === undefined || !('element' in part)) {
      said.push(sayCondition(part, elementOf, lang))
      continue
    }
    const element = elementOf(part.element)
    const known = values.get(part.element) ?? { at: said.push('') - 1, shown: [] }
    known.shown.push(showValue(element, element.type === 'choices' ? [String(value)] : value, lang))
    values.set(part.element, known)
    said[known.at] = element.label[lang] + WORDS[lang].colon + known.shown.join(WORDS[lang].or)
  }
  return said
}

/** The one value a leaf asks for, where that is all it says. */
function plainValue(part: Condition): string | number | undefined {
  if (!('element' in part) || part.clause) return undefined
  if ('has' in part) return part.has
  return 'is' in part && typeof part.is !== 'object' && typeof part.is !== 'boolean' ? part.is : undefined
}

/** The lines of a rule: its parts where all must hold, else itself. */
export function sayLines(rule: Condition, elementOf: ElementOf, lang: Lang): string[] {
  return ('all' in rule ? rule.all : [rule]).map((part) => sayCondition(part, elementOf, lang))
}

function sayLeaf(leaf: LeafCondition, elementOf: ElementOf, lang: Lang): string {
  const words = WORDS[lang]
  const element = elementOf(leaf.element)
  const show = (value: FactValue | OtherElement) =>
    typeof value === 'object' && 'element' in value
      ? elementOf(value.element).label[lang]
      : showValue(element, value, lang)
  const wanted = (): string => {
    if ('is' in leaf) return show(leaf.is)
    if ('in' in leaf) return leaf.in.map(show).join(words.or)
    if ('has' in leaf) return show([leaf.has])
    if ('atLeast' in leaf) return words.atLeast + show(leaf.atLeast)
    if ('atMost' in leaf) return words.atMost + show(leaf.atMost)
    if ('before' in leaf) return words.before + show(leaf.before)
    if ('after' in leaf) return words.after + show(leaf.after)
    if ('startsWith' in leaf) return words.starts + leaf.startsWith
    if ('every' in leaf) return words.every + sayCondition(leaf.every, elementOf, lang)
    if ('some' in leaf) return words.some + sayCondition(leaf.some, elementOf, lang)
    return leaf.exists ? words.exists : words.missing
  }
  const label = element.label[lang]
  if ('is' in leaf && typeof leaf.is === 'boolean') return leaf.is ? label : words.no(label)
  return label + words.colon + wanted()
}
