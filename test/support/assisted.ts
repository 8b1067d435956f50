import { giveMaterials, presentStep, saveAndLook, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { agreeTo } from './agree.ts'
import { SITUATIONS, TYPED } from './newborn.ts'
import { handedIn, typedOn } from './walk.ts'

/** Longer than any life event. */
const MOST_STEPS = 60

/** A newborn's application that staff fill in for a mother who is there, up to a step. */
export async function assistTo(
  clerk: Asking,
  person: { name: string; residentId: string },
  until: 'materials' | 'check',
): Promise<string> {
  const start = { lifeEvent: 'newborn', fresh: true, ...person }
  const { draft, next } = await perform(clerk, (act) => startDraft(act, start))
  let step = next
  for (let i = 0; step !== until; i += 1) {
    const before = step
    step = await take(clerk, draft, step, person.name)
    if (i > MOST_STEPS || step === before) throw new Error(`stuck at ${before}`)
  }
  return draft
}

async function take(clerk: Asking, draft: string, step: string, name: string): Promise<string> {
  if (step === 'consent') return (await agreeTo(clerk, draft)).next
  const view = await look(clerk, (reading) => presentStep(reading, { draft, step }))
  if (step === 'materials') return (await giveMaterials(clerk, { draft, ...handedIn(view, name) })).next
  const typed = typedOn(view, dayOf(clerk.at), { ...SITUATIONS, ...TYPED })
  return (await saveAndLook(clerk, { draft, step, ...typed })).next
}
