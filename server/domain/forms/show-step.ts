import type { StepView } from '#shared/forms/view.ts'
import { look, perform, type Asking } from '../perform.ts'
import { sendCode } from './consent-code.ts'
import { presentStep } from './present-step.ts'

/** One page of the form. When staff come to the consent, the person they fill in for is sent the code for it. */
export async function showStep(
  who: Asking,
  asked: { draft: string; step: string; correct?: string | undefined },
): Promise<StepView> {
  const { draft, step, correct } = asked
  const view = await look(who, (reading) =>
    presentStep(reading, { draft, step, ...(correct !== undefined && { correct }) }),
  )
  if (view.kind === 'consent' && who.actor.kind === 'staff') await perform(who, (act) => sendCode(act, draft))
  return view
}
