import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Journey } from '#shared/forms/journey.ts'
import type { StepView } from '#shared/forms/view.ts'
import { presentApplies, presentBlocks, presentEligibility } from '#shared/guidance/applies.ts'
import type { Lang } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'

/** Beside a question about the situation: what is in and out under the answers so far. */
export function presentGuidance(
  bundle: Bundle,
  { plan, facts }: Pick<Journey, 'plan' | 'facts'>,
  lang: Lang,
): NonNullable<StepView['guidance']> {
  return {
    applies: presentApplies(bundle, plan, facts, lang),
    eligibility: presentEligibility(bundle, facts, lang),
  }
}

/** Why an application cannot be sent as things stand, where that is from, and the way that remains open. */
export function blockedViews({ plan }: Pick<Journey, 'plan'>, lang: Lang): StepView['blocked'] {
  return presentBlocks(plan.blocked, (code) => catalog().find('lifeEvent', code)?.title, lang)
}
