import type { Bundle } from '../catalog/bundle.ts'
import { elementOf } from '../catalog/bundle.ts'
import type { Situation } from '../catalog/documents.ts'
import type { FactValue } from '../rules/condition.ts'
import { factsFrom, type Facts } from '../rules/judge.ts'
import { planOf } from './plan.ts'

/**
 * The case in which most of a life event's items are done online: the first choice of every question, everything
 * ticked, yes to what is asked, but for the answers that bring in an item more. What a guide's numbers count.
 */
export function fullestCase(bundle: Bundle): Facts {
  const answers: Record<string, FactValue> = {}
  for (const { element } of bundle.lifeEvent.situations)
    answers[element] = choicesOf(bundle, element)[0] ?? true
  let most = itemsIn(bundle, answers)
  for (let grown = true; grown;) {
    grown = false
    for (const situation of bundle.lifeEvent.situations) {
      const better = bestAnswer(bundle, answers, situation, most)
      if (!better) continue
      answers[situation.element] = better.value
      most = better.items
      grown = true
    }
  }
  return factsFrom(answers, { kind: 'person' })
}

function bestAnswer(
  bundle: Bundle,
  answers: Record<string, FactValue>,
  { element }: Situation,
  most: number,
) {
  return choicesOf(bundle, element)
    .map((value) => ({ value, items: itemsIn(bundle, { ...answers, [element]: value }) }))
    .filter(({ items }) => items > most)
    .sort((a, b) => b.items - a.items)[0]
}

/** Every answer of a question; for multiple choice everything ticked, and each alone, such as "none of these". */
function choicesOf(bundle: Bundle, code: string): FactValue[] {
  const { type, options = [] } = elementOf(bundle, code)
  const values = options.map(({ value }) => value)
  if (type === 'yesNo') return [true, false]
  return type === 'choices' ? [values, ...values.map((value) => [value])] : values
}

function itemsIn(bundle: Bundle, answers: Record<string, FactValue>): number {
  return planOf(bundle, factsFrom(answers, { kind: 'person' })).items.length
}
