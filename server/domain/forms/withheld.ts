import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Actor } from '#shared/access/actor.ts'
import { showMasked, showValue } from '#shared/elements/value.ts'
import { ownNumbers } from '#shared/exchange/about-whom.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import type { Answer, Known } from '#shared/forms/draft.ts'
import { holds, type Facts } from '#shared/rules/judge.ts'
import { paramsOf } from '#shared/forms/lookups.ts'

/** Who reads it, and for whom the draft or case is. */
interface Reading {
  actor: Actor
  personId: string
}

/**
 * Whether a known value that is shown masked stays masked when it is to be put right: only people themselves are given
 * back in full what their account, an earlier application or a register says, and of registers only what they answered
 * to a question about this person. What is masked about an enterprise is somebody's, who need not be the one who reads.
 */
export function isWithheld(
  { lifeEvent, elements, resources }: Pick<Bundle, 'lifeEvent' | 'elements' | 'resources'>,
  code: string,
  known: Pick<Known, 'value' | 'source'> | undefined,
  facts: Facts,
  { actor, personId }: Reading,
): boolean {
  const element = elements[code]
  if (!element || !known) return false
  if (showMasked(element, known.value, 'zh') === showValue(element, known.value, 'zh')) return false
  if (actor.kind !== 'person' || actor.id !== personId) return known.source.kind !== 'person'
  if (known.source.kind !== 'exchange') return false
  const own = ownNumbers(facts)
  const isAnswerAboutThem = lifeEvent.lookups.some((plan) => {
    if (plan.resource !== known.source.resource || !(code in plan.gives) || !holds(plan.when, facts))
      return false
    const about = subjectOf(resources[plan.resource]?.inputs ?? [], paramsOf(plan, facts) ?? {})
    return about?.kind === 'person' && own.has(about.key)
  })
  return !isAnswerAboutThem
}

/** Nothing was typed, also in no cell of any row. */
export function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined || typeof answer === 'string') return !answer
  return answer.every((each) =>
    typeof each === 'string' ? each === '' : Object.values(each).every((cell) => isBlank(cell)),
  )
}
