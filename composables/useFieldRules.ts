import { dayOf } from '#shared/calendar/day.ts'
import { COMMON_TYPES } from '#shared/elements/common.ts'
import type { RawValue, ValueType } from '#shared/elements/value-type.ts'
import { takeField } from '#shared/forms/field-rules.ts'
import type { FieldView } from '#shared/forms/view.ts'
import { problemsOf } from '#shared/problem.ts'
import type { FactValue } from '#shared/rules/condition.ts'

/** The types of value that a page's fields need; the rare ones come with a script of their own. */
async function typesFor(fields: readonly FieldView[]): Promise<(field: FieldView) => ValueType> {
  const all = fields.flatMap((field) => [field, ...(field.more?.columns ?? [])])
  const common: Partial<Record<FieldView['type'], ValueType>> = COMMON_TYPES
  const types = all.every(({ type }) => common[type])
    ? common
    : (await import('#shared/elements/types.ts')).VALUE_TYPES
  return ({ type }) => types[type] ?? COMMON_TYPES.text
}

/** The rules of a page's fields: the very checks the server runs, with its words. */
export async function useFieldRules(fields: readonly FieldView[]) {
  const t = useText('problems')
  const now = useNow()
  const typeOf = await typesFor(fields)
  const take = (field: FieldView, raw: RawValue, required: boolean) =>
    takeField(typeOf(field), field, raw, required, dayOf(now()))
  return {
    /** What is wrong with what a field holds, in the page's language: of rows, cell by cell. */
    problemsIn(field: FieldView, raw: RawValue): { field: string; text: string }[] {
      const { fault } = take(field, raw, field.required)
      return fault
        ? problemsOf(field.name, fault).map((each) => ({
            field: each.field,
            text: t(each.code, each.params),
          }))
        : []
    },
    /** What is odd about it although it is taken; empty when nothing is. */
    doubtIn(field: FieldView, raw: RawValue): string {
      const type = typeOf(field)
      if (!type.doubt) return ''
      const { value, fault } = take(field, raw, false)
      const doubt = value === undefined || fault ? null : type.doubt(value)
      return doubt ? t(doubt.code, doubt.params) : ''
    },
    /** The value a field holds now, if it is a valid one. */
    valueOf(field: FieldView, raw: RawValue): FactValue | undefined {
      const { value, fault } = take(field, raw, false)
      return fault ? undefined : value
    },
  }
}
