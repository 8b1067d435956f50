import { decideConsent, presentStep, saveStep, startDraft } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { MOTHER } from './samples.ts'
import { sendWalked } from './walk.ts'

/** The answers of a mother whose baby is not named yet and who wants everything. */
export const SITUATIONS: Record<string, string | string[]> = MOTHER

/** What she types on the pages. */
export const TYPED: Record<string, string | string[]> = {
  'child.name': '林小满',
  'father.phone': '14000000001',
  'child.nativePlace': '云溪市清河区',
}

/** Walks a draft to its last page, or to another, choosing the first option wherever nothing else is said. */
export async function fillDraft(
  who: Asking,
  answers: Record<string, string | string[]> = {},
  consent: 'agree' | 'decline' = 'agree',
  until = 'check',
): Promise<string> {
  const { draft } = await perform(who, (act) => startDraft(act, { lifeEvent: 'newborn', fresh: true }))
  await walkOn(who, draft, until, { from: 's1', answers, consent })
  return draft
}

/** Walks a draft on to another page, from the first after the consent unless another is named. */
export async function walkOn(
  who: Asking,
  draft: string,
  until: string,
  {
    from = 'applicant',
    answers = {},
    consent = 'agree',
  }: { from?: string; answers?: Record<string, string | string[]>; consent?: 'agree' | 'decline' } = {},
): Promise<void> {
  const given = { ...SITUATIONS, ...TYPED, ...answers }
  let step = from
  for (let i = 0; step !== until; i += 1) {
    if (i > 40) throw new Error(`the draft does not get past ${step}`)
    step = await answerStep(who, draft, step, given, consent)
  }
}

async function answerStep(
  who: Asking,
  draft: string,
  step: string,
  given: Record<string, string | string[]>,
  consent: 'agree' | 'decline',
): Promise<string> {
  if (step === 'consent') return (await decideConsent(who, { draft, decision: consent })).next
  const view = await look(who, (reading) => presentStep(reading, { draft, step }))
  const fields = view.fields.map(
    ({ name, options, value }) =>
      [name, given[name] ?? (value.length > 0 ? value : (options[0]?.value ?? ''))] as const,
  )
  const signatures = view.materials
    .filter(({ state }) => state === 'sign')
    .map(({ code }) => [`signature.${code}`, '林知夏'] as const)
  return (
    await perform(who, (act) =>
      saveStep(act, { draft, step, ...Object.fromEntries([...fields, ...signatures]) }),
    )
  ).next
}

/** A sent application: its number and its items. `others` agree before, where somebody must. */
export async function sendNewborn(
  who: Asking,
  answers: Record<string, string | string[]> = {},
  others: readonly Asking[] = [],
): Promise<string> {
  return sendWalked(who, await fillDraft(who, answers), others)
}
