import { giveMaterials, presentStep, saveAndLook } from '#domain/forms/index.ts'
import { look, type Asking } from '#domain/perform.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import { VALUE_TYPES } from '#shared/elements/types.ts'
import type { Answer } from '#shared/forms/draft.ts'
import { takeField } from '#shared/forms/field-rules.ts'
import type { FieldView, StepView } from '#shared/forms/view.ts'
import { agreeTo } from './agree.ts'
import { handedIn, nameOf, typedOn } from './walk.ts'
import { sampleAnswer } from './samples.ts'

/** So many tries are made at a page before it counts as one that cannot be passed. */
const MOST_TRIES = 12

/**
 * Answers a draft in earnest from wherever it stands: what is valid stays, what is not is put right, and where a check
 * across fields refuses that, other valid answers are tried.
 * @param pages how many pages at most; to the last by default
 * @throws Error when a page cannot be passed: an end that cannot be reached
 */
export async function answerValidly(
  who: Asking,
  draft: string,
  answers: Record<string, Answer>,
  pages = 200,
): Promise<void> {
  const tries = new Map<string, number>()
  for (let i = 0; i < pages; i += 1) {
    const view = await look(who, (reading) => presentStep(reading, { draft, step: 'check' }))
    if (view.step === 'check') return
    const tried = tries.get(view.step) ?? 0
    if (tried >= MOST_TRIES) throw new Error(`no way past ${view.step}: ${JSON.stringify(view.problems)}`)
    tries.set(view.step, tried + 1)
    await passStep(who, draft, view, answers, tried)
  }
}

async function passStep(
  who: Asking,
  draft: string,
  view: StepView,
  answers: Record<string, Answer>,
  tried: number,
): Promise<void> {
  const { step } = view
  if (step === 'consent') return void (await agreeTo(who, draft))
  if (step === 'materials')
    return void (await giveMaterials(who, { draft, ...handedIn(view, await nameOf(who)) }))
  const today = dayOf(who.at)
  const fields = view.fields.map((field, i) => ({ ...field, value: keptOr(field, view, today, tried, i) }))
  const typed = typedOn({ fields }, today, tried > 0 ? answers : {})
  await saveAndLook(who, { draft, step, ...typed })
}

function keptOr(
  field: FieldView,
  { problems }: StepView,
  today: string,
  tried: number,
  place: number,
): FieldView['value'] {
  const { fault } = takeField(VALUE_TYPES[field.type], field, field.value, field.required, today)
  const refuted = problems.some(({ field: name, code }) => name === field.name && code === 'cross_check')
  if (!fault && !refuted && tried < 4) return field.value
  return tried < 2 ? '' : anotherOf(field, today, tried, place)
}

/** Another valid answer at each try; of the days of one page the later ones come later. */
function anotherOf(field: FieldView, today: string, tried: number, place: number): FieldView['value'] {
  const option = field.options[tried % Math.max(field.options.length, 1)]
  if (option && field.kind === 'choice') return option.value
  if (option && field.kind === 'choices') return [option.value]
  if (field.kind === 'yesNo') return tried % 2 === 0 ? 'no' : 'yes'
  if (field.kind === 'date') return addDays(today, within(field, (tried - 6) * 40 + place * 30))
  if (field.kind === 'month') return addDays(today, (tried - 6) * 120).slice(0, 7)
  return field.required ? sampleAnswer({ ...field, value: '' }, today) : ''
}

function within({ min, max }: FieldView, days: number): number {
  return Math.round(Math.max(min ?? -Infinity, Math.min(max ?? Infinity, days)))
}
