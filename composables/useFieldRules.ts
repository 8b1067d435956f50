import { dayOf } from '#shared/calendar/day.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { takeValue } from '#shared/elements/value.ts'
import type { FieldView } from '#shared/forms/view.ts'
import type { FactValue } from '#shared/rules/condition.ts'

/** What a field says of its element, enough for the shared checks. */
function elementOf(field: FieldView): DataElement {
  return {
    code: field.name,
    type: field.type,
    label: { zh: field.label, en: field.label },
    sensitivity: 'open',
    options: field.options.map(({ value, label }) => ({ value, label: { zh: label, en: label } })),
    min: field.min ?? undefined,
    max: field.max ?? undefined,
    maxLength: field.longest ?? undefined,
    pattern: field.pattern ?? undefined,
  }
}

/** The rules of a page's fields for vee-validate: the very checks the server runs, with its words. */
export function useFieldRules() {
  const t = useText('problems')
  return {
    /** A vee-validate rule: true, or what is wrong in the page's language. */
    ruleOf(field: FieldView, isShown: () => boolean) {
      const element = elementOf(field)
      return (raw: string | string[]): true | string => {
        if (!isShown()) return true
        const { fault } = takeValue(element, raw, field.required, { today: dayOf(Date.now()) })
        return fault ? t(fault.code, fault.params) : true
      }
    },
    /** The value a field holds now, if it is a valid one. */
    valueOf(field: FieldView, raw: string | string[]): FactValue | undefined {
      const { value, fault } = takeValue(elementOf(field), raw, false, { today: dayOf(Date.now()) })
      return fault ? undefined : value
    },
  }
}
