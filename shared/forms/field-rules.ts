import type { DataElement, Option } from '../elements/element.ts'
import { takeAs, type Taken } from '../elements/take.ts'
import type { RawValue, ValueType } from '../elements/value-type.ts'
import type { FieldView } from './view.ts'

/** What a field says of its element: enough for a browser to run the very checks that the server runs. */
export function elementOfField({ more, ...field }: FieldView): DataElement {
  const { text, columns, rows, unit: _unit, signer: _signer, spareRows: _spare, ...limits } = more ?? {}
  return {
    code: field.name,
    type: field.type,
    label: { zh: field.label, en: field.label },
    sensitivity: 'open',
    options: optionsOf(field.options),
    min: field.min ?? undefined,
    max: field.max ?? undefined,
    maxLength: field.longest ?? undefined,
    pattern: field.pattern ?? undefined,
    ...limits,
    ...(text !== undefined && { text: { zh: text, en: text } }),
    ...(columns && { columns: columns.map(elementOfField) }),
    ...(rows && { rows: optionsOf(rows) }),
  }
}

function optionsOf(options: readonly { value: string; label: string }[]): Option[] {
  return options.map(({ value, label }) => ({ value, label: { zh: label, en: label } }))
}

/** Cleans and checks what a field holds. @param today `YYYY-MM-DD` */
export function takeField(
  type: ValueType,
  field: FieldView,
  raw: RawValue,
  required: boolean,
  today: string,
): Taken {
  return takeAs(type, elementOfField(field), raw, required, { today, signer: field.more?.signer })
}
