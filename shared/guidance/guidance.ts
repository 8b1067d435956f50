import type { Bundle } from '../catalog/bundle.ts'
import { elementOf } from '../catalog/bundle.ts'
import type { Hall } from '../catalog/documents.ts'
import { showValue } from '../elements/value.ts'
import { planOf } from '../forms/plan.ts'
import type { Lang, Text } from '../text.ts'
import { answerSituations, type Answered, type Asked, type Given } from './answers.ts'
import { presentApplies, presentBlocks, presentEligibility } from './applies.ts'
import { presentOutcome } from './outcome.ts'
import type { GuidanceView, GivenAnswer } from './view.ts'

/** What guidance needs besides the bundle. */
export interface Around {
  lang: Lang
  /** `YYYY-MM-DD` */
  today: string
  /** The title of another life event, where it is published. */
  titleOf: (lifeEvent: string) => Text | undefined
  halls: readonly Hall[]
}

/** Guidance with the question still to be drawn as a field. */
export type Guidance = Omit<GuidanceView, 'question'> & {
  asking: (Asked & { number: number; of: number }) | null
}

/**
 * What applies under the answers: the question to ask now, what is in and out, and when everything is answered, what
 * an application comes to. As soon as an answer means that nothing can be applied for, that is said and nothing asked.
 */
export function guidanceOf(
  bundle: Bundle,
  given: Given,
  { at, from }: { at?: string; from?: string },
  { lang, today, titleOf, halls }: Around,
): Guidance {
  const { lifeEvent } = bundle
  const answered = answerSituations(bundle, given, today)
  const plan = planOf(bundle, answered.facts)
  const asking = questionNow(answered, at, from)
  const blocked = presentBlocks(plan.blocked, titleOf, lang)
  const state = asking && at ? 'asking' : blocked.length > 0 ? 'blocked' : asking ? 'asking' : 'answered'
  const index = asking ? answered.asked.indexOf(asking) : answered.asked.length
  return {
    lifeEvent: {
      code: lifeEvent.code,
      title: lifeEvent.title[lang],
      summary: lifeEvent.summary[lang],
      solemn: Boolean(lifeEvent.solemn),
    },
    state,
    asking: asking && state === 'asking' ? { ...asking, number: index + 1, of: answered.asked.length } : null,
    back: answered.asked[index - 1]?.step ?? null,
    given: answered.asked.flatMap((each) => (each === asking ? [] : shownAnswer(bundle, each, lang))),
    answers: answered.answers,
    blocked,
    eligibility: presentEligibility(bundle, answered.facts, lang),
    applies: presentApplies(bundle, plan, answered.facts, lang),
    outcome: state === 'answered' ? presentOutcome(bundle, plan, answered.facts, { lang, halls }) : null,
  }
}

/** The question gone back to, else the one whose post was not taken, else the first without an answer. */
function questionNow({ asked }: Answered, at: string | undefined, from: string | undefined): Asked | null {
  const back = asked.find(({ step }) => step === at)
  const refused = asked.find(({ step, fault }) => step === from && fault)
  return back ?? refused ?? asked.find(({ fault }) => fault) ?? null
}

function shownAnswer(bundle: Bundle, { situation, step, value }: Asked, lang: Lang): GivenAnswer[] {
  if (value === undefined) return []
  const shown = showValue(elementOf(bundle, situation.element), value, lang)
  return [{ step, question: situation.question[lang], shown }]
}
