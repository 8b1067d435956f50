import type { LifeEvent, ServiceItem } from '#shared/catalog/documents.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { elementsOf, type Condition } from '#shared/rules/condition.ts'
import { mayHold, type Fact } from '#shared/rules/judge.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'

/** More combinations of answers than this are not tried; then a condition counts as one that can hold. */
const MOST_TRIED = 5000

type Answer = string | boolean | readonly string[]
type RefuseHere = (path: Path, what: string) => void
type CanHold = (condition: Condition | undefined) => boolean

/** Nothing in a life event is out of reach under every combination of answers. */
export function checkReachable(city: City, refuse: Refuse): void {
  const elements = new Map(city.elements.map((element) => [element.code, element]))
  const items = new Map(city.items.map((item) => [item.code, item]))
  city.lifeEvents.forEach((event, index) => {
    const here: RefuseHere = (path, what) => refuse(FILES.lifeEvents, [index, ...path], what)
    const own = event.items.flatMap(({ item }) => items.get(item) ?? [])
    checkEvent(event, own, reachOf(event, elements), here)
  })
}

function checkEvent(
  event: LifeEvent,
  items: readonly ServiceItem[],
  canHold: CanHold,
  refuse: RefuseHere,
): void {
  event.situations.forEach(({ showWhen, effects = [] }, s) => {
    if (!canHold(showWhen))
      refuse(['situations', s, 'showWhen'], 'no answers lead to this question; correct it')
    else
      effects.forEach(({ when }, e) => {
        const both = showWhen ? { all: [showWhen, when] } : when
        if (!canHold(both))
          refuse(['situations', s, 'effects', e, 'when'], 'no answers lead to this effect; correct it')
      })
  })
  event.items.forEach(({ include }, i) => {
    if (!canHold(include)) refuse(['items', i, 'include'], 'no answers lead to this item; correct it')
  })
  event.pages.forEach(({ elements }, p) => {
    const path = ['pages', p, 'elements']
    if (elements.length === 0) refuse(path, 'is empty; put an element on the page or remove the page')
    const needs = items.flatMap((item) => item.needs).filter(({ element }) => elements.includes(element))
    if (needs.length > 0 && !needs.some(({ when }) => canHold(when)))
      refuse(path, 'no answers lead to this page; correct the conditions of what it asks')
  })
}

/** Tries every combination of answers to the questions a condition depends on. */
function reachOf(event: LifeEvent, elements: ReadonlyMap<string, DataElement>): CanHold {
  const questions = event.situations.map(({ element, showWhen }) => ({
    element,
    showWhen,
    answers: answersOf(elements.get(element)),
  }))
  return (condition) => {
    if (!condition) return true
    const wanted = new Set(elementsOf(condition))
    const involved = questions
      .toReversed()
      .filter(({ element, showWhen }) => {
        if (!wanted.has(element)) return false
        for (const code of showWhen ? elementsOf(showWhen) : []) wanted.add(code)
        return true
      })
      .toReversed()
    if (involved.reduce((product, { answers }) => product * Math.max(1, answers.length), 1) > MOST_TRIED)
      return true
    return tried(condition, involved, new Map())
  }
}

interface Question {
  element: string
  showWhen: Condition | undefined
  answers: readonly Answer[]
}

function tried(
  condition: Condition,
  [question, ...rest]: readonly Question[],
  given: ReadonlyMap<string, Fact>,
): boolean {
  const facts = (code: string) => given.get(code)
  if (!question) return mayHold(condition, facts)
  // A question that is not asked, or whose answers are without number, stays open.
  const asked = mayHold(question.showWhen, facts)
  if (!asked || question.answers.length === 0) return tried(condition, rest, given)
  return question.answers.some((value) =>
    tried(condition, rest, new Map(given).set(question.element, { value, source: { kind: 'person' } })),
  )
}

/** The answers a question can have; none when they are without number. */
function answersOf(element: DataElement | undefined): Answer[] {
  if (element?.type === 'yesNo') return [true, false]
  if (element?.type === 'choice') return (element.options ?? []).map(({ value }) => value)
  return []
}
