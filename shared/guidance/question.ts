import type { FieldView } from '../forms/view.ts'
import type { Lang } from '../text.ts'
import type { Guidance } from './guidance.ts'
import type { GuidanceView } from './view.ts'

/**
 * The question as a page asks it: with what was typed, else with what is ticked to begin with; its problem only when
 * it has just been posted.
 */
export function presentQuestion(
  { situation, step, raw, fault, number, of }: NonNullable<Guidance['asking']>,
  field: FieldView,
  posted: boolean,
  lang: Lang,
): NonNullable<GuidanceView['question']> {
  return {
    step,
    title: situation.question[lang],
    hint: situation.hint?.[lang] ?? '',
    number,
    of,
    field: {
      ...field,
      value: raw ?? situation.preset ?? field.value,
      problem: posted && fault ? { field: situation.element, ...fault } : null,
    },
  }
}
