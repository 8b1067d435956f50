import type { Bundle } from '#shared/catalog/bundle.ts'
import type { DataElement, Option } from '#shared/elements/element.ts'
import { typeOf } from '#shared/elements/types.ts'
import { typedValue } from '#shared/elements/value.ts'
import type { FieldView, MoreOfField } from '#shared/forms/view.ts'
import type { Problem } from '#shared/problem.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import { say, type Lang, type Text } from '#shared/text.ts'

/** What a field is drawn with besides its element. `value` is what was typed, or the fact that is being corrected. */
interface Drawn {
  value: FieldView['value']
  required: boolean
  problem: Problem | null
  /** The name to sign with, for signatures. */
  signer?: string
}

/** What a form draws for an element. */
export function fieldOf(
  element: DataElement,
  lang: Lang,
  { value, required, problem, signer }: Drawn,
): FieldView {
  const { input } = typeOf(element)
  const more = moreOf(element, lang, signer)
  return {
    name: element.code,
    type: element.type,
    kind: input.kind,
    label: say(element.label, lang),
    hint: element.hint ? say(element.hint, lang) : '',
    required,
    value,
    options: (element.options ?? []).map((option) => presentOption(option, lang)),
    inputmode: input.inputmode ?? null,
    maxLength: input.maxLength ?? null,
    min: element.min ?? null,
    max: element.max ?? null,
    longest: element.maxLength ?? null,
    pattern: element.pattern ?? null,
    problem,
    ...(more && { more }),
  }
}

function presentOption({ value, label, hint }: Option, lang: Lang): FieldView['options'][number] {
  return { value, label: say(label, lang), hint: hint ? say(hint, lang) : '' }
}

/** Units that a type has whatever its element says. */
const UNITS: Partial<Record<DataElement['type'], Text>> = {
  money: { zh: '元', en: 'yuan' },
  percentage: { zh: '%', en: '%' },
}

/** What only some elements have; undefined for all others, so that their pages do not carry it. */
function moreOf(element: DataElement, lang: Lang, signer?: string): MoreOfField | undefined {
  const { unit = UNITS[element.type], text, columns, rows, optionalFields = [] } = element
  const { decimals, months, box, photo, minRows, maxRows } = element
  const more: MoreOfField = {
    ...(unit && { unit: say(unit, lang) }),
    ...(text && { text: say(text, lang) }),
    ...(decimals !== undefined && { decimals }),
    ...(months && { months }),
    ...(box && { box }),
    ...(photo && { photo }),
    ...(signer !== undefined && { signer }),
    ...(minRows !== undefined && { minRows }),
    ...(maxRows !== undefined && { maxRows }),
    ...(columns && {
      columns: columns.map((column) =>
        fieldOf(column, lang, { value: '', required: !optionalFields.includes(column.code), problem: null }),
      ),
      optionalFields,
    }),
    ...(rows && { rows: rows.map(({ value, label }) => ({ value, label: say(label, lang) })) }),
  }
  return Object.keys(more).length > 0 ? more : undefined
}

/** How many more rows a group may get in a form that is sent at once. */
const SPARE_ROWS = 3

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
    const field = fieldOf(element, lang, {
      value: value === undefined ? '' : typedValue(element, value),
      required: true,
      problem: null,
    })
    return [element.type === 'group' ? { ...field, more: { ...field.more, spareRows: SPARE_ROWS } } : field]
  })
}
