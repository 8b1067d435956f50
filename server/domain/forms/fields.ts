import type { Bundle } from '#shared/catalog/bundle.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { typeOf } from '#shared/elements/types.ts'
import type { FieldView } from '#shared/forms/view.ts'
import type { Problem } from '#shared/problem.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { say, type Lang } from '#shared/text.ts'

/** What a form draws for an element. `value` is what was typed, or the fact that is being corrected. */
export function fieldOf(
  element: DataElement,
  lang: Lang,
  { value, required, problem }: { value: string | string[]; required: boolean; problem: Problem | null },
): FieldView {
  const { input } = typeOf(element)
  return {
    name: element.code,
    type: element.type,
    kind: input.kind,
    label: say(element.label, lang),
    hint: element.hint ? say(element.hint, lang) : '',
    required,
    value,
    options: (element.options ?? []).map((option) => ({
      value: option.value,
      label: say(option.label, lang),
      hint: option.hint ? say(option.hint, lang) : '',
    })),
    inputmode: input.inputmode ?? null,
    maxLength: input.maxLength ?? null,
    min: element.min ?? null,
    max: element.max ?? null,
    longest: element.maxLength ?? null,
    pattern: element.pattern ?? null,
    problem,
  }
}

/** A fact as an input's text: what a person would type to say the same. */
export function typedValue(element: DataElement, value: FactValue): string | string[] {
  if (Array.isArray(value)) return [...value]
  if (element.type === 'money') return (Number(value) / 100).toFixed(2)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** Fields for elements outside a draft's own pages, e.g. those a correction names. */
export function fieldsFor(
  bundle: Pick<Bundle, 'elements'>,
  elements: readonly string[],
  values: Record<string, FactValue | undefined>,
  lang: Lang,
): FieldView[] {
  return elements.flatMap((code) => {
    const element = bundle.elements[code]
    if (!element) return []
    const value = values[code]
    return [
      fieldOf(element, lang, {
        value: value === undefined ? '' : typedValue(element, value),
        required: true,
        problem: null,
      }),
    ]
  })
}
