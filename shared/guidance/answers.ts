import type { Bundle } from '../catalog/bundle.ts'
import { elementOf } from '../catalog/bundle.ts'
import type { Situation } from '../catalog/documents.ts'
import { takeValue } from '../elements/value.ts'
import { emptyDraft } from '../forms/draft.ts'
import { draftFacts } from '../forms/facts.ts'
import { fault, type Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import { holds, type Facts } from '../rules/judge.ts'

/** What was answered, by the codes of elements, as an address or a form gives it. */
export type Given = Readonly<Record<string, string | string[] | undefined>>

/** A question that is asked under the answers before it. */
export interface Asked {
  situation: Situation
  /** As the form's steps are called: `s1` … */
  step: string
  raw: string | string[] | undefined
  /** The answer, where there is a valid one. */
  value: FactValue | undefined
  fault: Fault | null
}

/** The questions of a life event that are asked, with their answers, and the facts these come to. */
export interface Answered {
  asked: Asked[]
  facts: Facts
  /** The valid answers as typed, and no others: what an application may begin with. */
  answers: Record<string, string | string[]>
}

/**
 * Goes through the questions in order. A question counts only when the answers before it let it be asked, so that an
 * answer left over from another way through decides nothing; one that was never offered is no answer.
 * @param today `YYYY-MM-DD`
 */
export function answerSituations(bundle: Bundle, given: Given, today: string): Answered {
  const content = emptyDraft()
  const answers: Answered['answers'] = {}
  const asked: Asked[] = []
  const factsNow = () => draftFacts(bundle, content, today)
  bundle.lifeEvent.situations.forEach((situation, i) => {
    if (!holds(situation.showWhen, factsNow())) return
    const raw = rawOf(bundle, situation, given)
    const { value, fault: wrong } = takeValue(elementOf(bundle, situation.element), raw, true, { today })
    const bad = wrong ?? (value === undefined ? fault('missing') : null)
    if (!bad && raw !== undefined) content.answers[situation.element] = answers[situation.element] = raw
    asked.push({ situation, step: `s${i + 1}`, raw, value: bad ? undefined : value, fault: bad })
  })
  return { asked, facts: factsNow(), answers }
}

/** Multiple choice posts an empty text beside its boxes, so that ticking none is an answer too. */
function rawOf(bundle: Bundle, { element }: Situation, given: Given): string | string[] | undefined {
  const raw = given[element]
  if (raw === undefined || elementOf(bundle, element).type !== 'choices') return [raw].flat()[0]
  return [raw].flat().filter((each) => each !== '')
}
