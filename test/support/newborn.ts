import { read } from '#db'
import { decideConsent, presentStep, saveStep, startDraft } from '#domain/forms/index.ts'
import { sendCase } from '#domain/cases/index.ts'
import { workOfParent, type WorkRow } from '#domain/work/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { cases } from '#db/schema/cases.ts'
import { eq } from 'drizzle-orm'

/** The answers of a mother whose baby is not named yet and who wants everything. */
export const SITUATIONS: Record<string, string | string[]> = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': 'no',
  'situation.married': 'yes',
  'situation.householdWith': 'mother',
  'situation.ethnicitySame': 'yes',
  'situation.extras': [
    'birth-registration',
    'medical-insurance',
    'social-security-card',
    'vaccination-record',
  ],
  'situation.costSettled': 'yes',
}

/** What she types on the pages. */
export const TYPED: Record<string, string | string[]> = {
  'child.name': '林小满',
  'father.phone': '14000000001',
  'child.nativePlace': '云溪市清河区',
}

/** Walks a draft to its last page, choosing the first option wherever nothing else is said. */
export async function fillDraft(
  who: Asking,
  answers: Record<string, string | string[]> = {},
  consent: 'agree' | 'decline' = 'agree',
): Promise<string> {
  const { draft } = await perform(who, (act) => startDraft(act, { lifeEvent: 'newborn', fresh: true }))
  const given = { ...SITUATIONS, ...TYPED, ...answers }
  let step = 's1'
  for (let i = 0; step !== 'check'; i += 1) {
    if (i > 40) throw new Error(`the draft does not get past ${step}`)
    step = await answerStep(who, draft, step, given, consent)
  }
  return draft
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

/** A sent application: its number and its items. */
export async function sendNewborn(
  who: Asking,
  answers: Record<string, string | string[]> = {},
): Promise<string> {
  const draft = await fillDraft(who, answers)
  return (await perform(who, (act) => sendCase(act, { draft }))).no
}

/** The items of a case by the code of their service item. */
export async function itemsOf(no: string): Promise<Record<string, WorkRow>> {
  const [row] = await read().select().from(cases).where(eq(cases.no, no))
  const items = await workOfParent(read(), row?.id ?? '')
  return Object.fromEntries(items.map((item) => [item.topic, item]))
}
