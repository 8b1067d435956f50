import type { DataElement } from '../elements/element.ts'
import { showValue } from '../elements/value.ts'
import type { Condition, FactValue, LeafCondition, OtherElement } from '../rules/condition.ts'
import type { Lang } from '../text.ts'
import { CONDITION_WORDS } from './condition-words.ts'

/** Looks an element up by its code. */
export type ElementOf = (code: string) => DataElement

/** A condition with its denials at its leaves, where they can be said in plain words. */
type Part =
  { join: 'all' | 'any'; parts: Part[] } | { leaf: LeafCondition; denied: boolean } | { text: string }

/** A condition as people read it: its clause where the document has one, else the fact and what it must be. */
export function sayCondition(condition: Condition, elementOf: ElementOf, lang: Lang): string {
  return sayPart(partOf(condition, false, elementOf, lang), elementOf, lang)
}

/** The lines of a rule: its parts where all must hold, else itself. */
export function sayLines(rule: Condition, elementOf: ElementOf, lang: Lang): string[] {
  return ('all' in rule ? rule.all : [rule]).map((part) => sayCondition(part, elementOf, lang))
}

function partOf(condition: Condition, denied: boolean, elementOf: ElementOf, lang: Lang): Part {
  const words = CONDITION_WORDS[lang]
  if ('not' in condition) {
    // The clause of what is denied is written as the whole says it.
    const clause = 'clause' in condition.not ? condition.not.clause?.[lang] : undefined
    if (clause !== undefined) return { text: denied ? words.not + clause : clause }
    return partOf(condition.not, !denied, elementOf, lang)
  }
  if ('all' in condition || 'any' in condition) {
    if (denied && hasClause(condition))
      return { text: words.not + words.open + sayCondition(condition, elementOf, lang) + words.close }
    const parts = 'all' in condition ? condition.all : condition.any
    const join = 'all' in condition === denied ? 'any' : 'all'
    return joined(
      join,
      parts.map((part) => partOf(part, denied, elementOf, lang)),
    )
  }
  const clause = condition.clause?.[lang]
  if (clause !== undefined) return { text: denied ? words.not + clause : clause }
  return { leaf: condition, denied }
}

function joined(join: 'all' | 'any', parts: Part[]): Part {
  const flat = parts.flatMap((part) => ('join' in part && part.join === join ? part.parts : [part]))
  const [only, ...others] = flat
  return only && others.length === 0 ? only : { join, parts: flat }
}

function hasClause(condition: Condition): boolean {
  if ('not' in condition) return hasClause(condition.not)
  if ('all' in condition) return condition.all.some(hasClause)
  if ('any' in condition) return condition.any.some(hasClause)
  return condition.clause !== undefined
}

function sayPart(part: Part, elementOf: ElementOf, lang: Lang): string {
  const words = CONDITION_WORDS[lang]
  if ('text' in part) return part.text
  if ('leaf' in part) return sayLeaf(part.leaf, part.denied, elementOf, lang)
  const { join, parts } = part
  const denied = parts.filter((each) => 'leaf' in each && each.denied)
  const [exception] = denied
  if (join === 'any' && exception && 'leaf' in exception && denied.length === 1) {
    const rest = joined(
      'any',
      parts.filter((each) => each !== exception),
    )
    return words.ifThen(sayLeaf(exception.leaf, false, elementOf, lang), sayPart(rest, elementOf, lang))
  }
  return merged(join, parts, elementOf, lang).join(words[join])
}

/** The parts in words: values of one fact that stand beside each other are said with that fact once. */
function merged(join: 'all' | 'any', parts: readonly Part[], elementOf: ElementOf, lang: Lang): string[] {
  const words = CONDITION_WORDS[lang]
  const said: string[] = []
  const values = new Map<string, { at: number; shown: string[] }>()
  for (const part of parts) {
    const value = plainValue(part, join === 'all')
    if (value === undefined || !('leaf' in part)) {
      const text = sayPart(part, elementOf, lang)
      said.push(
        'join' in part && parts.length > 1 && isSeveral(part) ? words.open + text + words.close : text,
      )
      continue
    }
    const { leaf, denied } = part
    const element = elementOf(leaf.element)
    const kind = 'has' in leaf ? 'has' : 'is'
    const known = values.get(`${kind} ${leaf.element}`) ?? { at: said.push('') - 1, shown: [] }
    known.shown.push(showValue(element, element.type === 'choices' ? [String(value)] : value, lang))
    values.set(`${kind} ${leaf.element}`, known)
    said[known.at] = element.label[lang] + words.colon + sayValues(known.shown, denied, kind, lang)
  }
  return said
}

/** Whether more than one fact is spoken of, so that it must be held together; a document's own words do so themselves. */
function isSeveral({ join, parts }: Extract<Part, { join: string }>): boolean {
  if (parts.every((part) => 'text' in part)) return false
  const facts = parts.map((part) =>
    'leaf' in part && plainValue(part, join === 'all') !== undefined ? part.leaf.element : part,
  )
  return new Set(facts).size > 1
}

function sayValues(shown: readonly string[], denied: boolean, kind: 'has' | 'is', lang: Lang): string {
  const words = CONDITION_WORDS[lang]
  if (!denied) return words.or(shown)
  return kind === 'has' ? words.notChosen(shown) : words.noneOf(shown)
}

/** The one value a leaf asks for or denies, where that is all it says. */
function plainValue(part: Part, denied: boolean): string | number | undefined {
  if (!('leaf' in part) || part.denied !== denied) return undefined
  const { leaf } = part
  if ('has' in leaf) return leaf.has
  return 'is' in leaf && typeof leaf.is !== 'object' && typeof leaf.is !== 'boolean' ? leaf.is : undefined
}

function sayLeaf(leaf: LeafCondition, denied: boolean, elementOf: ElementOf, lang: Lang): string {
  const words = CONDITION_WORDS[lang]
  const element = elementOf(leaf.element)
  const label = element.label[lang]
  if ('is' in leaf && typeof leaf.is === 'boolean') return leaf.is !== denied ? label : words.no(label)
  if ('is' in leaf && typeof leaf.is === 'object')
    return words[denied ? 'different' : 'same'](label, elementOf(leaf.is.element).label[lang])
  const show = (value: FactValue | OtherElement) =>
    typeof value === 'object' && 'element' in value
      ? elementOf(value.element).label[lang]
      : showValue(element, value, lang)
  const rows = (rule: Condition) => sayCondition(denied ? { not: rule } : rule, elementOf, lang)
  const wanted = (): string => {
    if ('is' in leaf) return sayValues([show(leaf.is)], denied, 'is', lang)
    if ('in' in leaf) return sayValues(leaf.in.map(show), denied, 'is', lang)
    if ('has' in leaf) return sayValues([show([leaf.has])], denied, 'has', lang)
    if ('atLeast' in leaf) return words[denied ? 'below' : 'atLeast'] + show(leaf.atLeast)
    if ('atMost' in leaf) return words[denied ? 'above' : 'atMost'] + show(leaf.atMost)
    if ('before' in leaf) return words[denied ? 'notBefore' : 'before'] + show(leaf.before)
    if ('after' in leaf) return words[denied ? 'notAfter' : 'after'] + show(leaf.after)
    if ('startsWith' in leaf) return words[denied ? 'startsNot' : 'starts'] + leaf.startsWith
    if ('every' in leaf) return words[denied ? 'some' : 'every'] + rows(leaf.every)
    if ('some' in leaf) return words[denied ? 'every' : 'some'] + rows(leaf.some)
    return leaf.exists !== denied ? words.exists : words.missing
  }
  return label + words.colon + wanted()
}
