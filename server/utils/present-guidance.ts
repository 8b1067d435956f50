import { catalog } from '#domain/catalog/index.ts'
import { fieldsFor } from '#domain/forms/index.ts'
import type { Look } from '#domain/act.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { guidanceOf } from '#shared/guidance/guidance.ts'
import type { TypedAnswers } from '#shared/guidance/query.ts'
import { presentQuestion } from '#shared/guidance/question.ts'
import type { GuidanceView } from '#shared/guidance/view.ts'
import { hallsOf } from './guide-around.ts'

/** What applies under the answers so far, with the question to ask now as a field. */
export function presentGuidance(
  look: Look,
  bundle: Bundle,
  given: TypedAnswers,
  place: { at?: string; from?: string },
): GuidanceView {
  const { asking, ...view } = guidanceOf(bundle, given, place, {
    lang: look.lang,
    today: dayOf(look.at),
    titleOf: (code) => catalog().find('lifeEvent', code)?.title,
    halls: hallsOf(Object.values(bundle.items)),
  })
  const [field] = asking ? fieldsFor(bundle, [asking.situation.element], {}, look.lang) : []
  return {
    ...view,
    question: asking && field ? presentQuestion(asking, field, Boolean(place.from), look.lang) : null,
  }
}
