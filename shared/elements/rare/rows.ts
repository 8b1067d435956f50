import { fault, problemsOf, type Problem } from '../../problem.ts'
import { isRows, type FactRow, type FactValue } from '../../rules/condition.ts'
import type { Lang } from '../../text.ts'
import type { DataElement } from '../element.ts'
import { textsOf, type CheckContext, type RawRow, type RawValue, type ValueType } from '../value-type.ts'

/** A group has no more rows than this unless it says so. */
export const MOST_ROWS = 20

type TypeOf = (element: DataElement) => ValueType

/** Rows of cells, each cell of the type of its column. What the columns are is known when a bundle is made. */
function rowsType(typeOf: TypeOf): Omit<ValueType, 'clean' | 'check'> {
  function showRow(
    row: FactRow,
    { columns = [], sensitivity }: DataElement,
    lang: Lang,
    masked: boolean,
  ): string {
    const cells = columns.flatMap((column) => {
      const value = row[column.code]
      if (value === undefined) return []
      const type = typeOf(column)
      if (!masked || (column.sensitivity !== 'sensitive' && sensitivity !== 'sensitive'))
        return [type.show(value, column, lang)]
      return [type.mask?.(value, column, lang) ?? '***']
    })
    return cells.join(lang === 'zh' ? '，' : ', ')
  }
  function showRows(value: FactValue, element: DataElement, lang: Lang, masked: boolean): string {
    if (!isRows(value)) return masked ? '***' : String(value)
    return value
      .map((row, i) => sayName(element, i, lang) + showRow(row, element, lang, masked))
      .join(lang === 'zh' ? '；' : '; ')
  }
  return {
    show: (value, element, lang) => showRows(value, element, lang, false),
    mask: (value, element, lang) => showRows(value, element, lang, true),
    typed(value, { columns = [] }) {
      if (!isRows(value)) return []
      return value.map((row) => typedRow(row, columns, typeOf))
    },
    input: { kind: 'rows' },
  }
}

/** The name of a row of a table; the number of one of a group. */
function sayName({ rows }: DataElement, index: number, lang: Lang): string {
  const label = rows?.[index]?.label[lang]
  if (label === undefined) return `${index + 1}. `
  return label + (lang === 'zh' ? '：' : ': ')
}

/** A repeating group (heirs, shareholders): as many rows as there are. Blank rows at the end do not count. */
export function groupType(typeOf: TypeOf): ValueType {
  return {
    ...rowsType(typeOf),
    clean(raw, element, context) {
      const rows = cleanRows(raw, element, context, typeOf)
      while (rows.length > 0 && isBlank(rows.at(-1))) rows.pop()
      return rows.length > 0 ? rows : undefined
    },
    check(value, element, context) {
      const { minRows = 0, maxRows = MOST_ROWS } = element
      if (!isRows(value)) return fault('rows_form')
      if (value.length < minRows) return fault('rows_few', { min: minRows })
      if (value.length > maxRows) return fault('rows_many', { max: maxRows })
      return checkCells(value, element, context, typeOf)
    },
  }
}

/** A table: named rows, the same for everyone. */
export function tableType(typeOf: TypeOf): ValueType {
  return {
    ...rowsType(typeOf),
    clean(raw, element, context) {
      const rows = cleanRows(raw, element, context, typeOf)
      if (rows.every(isBlank)) return undefined
      return (element.rows ?? []).map((_, i) => rows[i] ?? {})
    },
    check(value, element, context) {
      if (!isRows(value) || value.length !== element.rows?.length) return fault('rows_form')
      return checkCells(value, element, context, typeOf)
    },
  }
}

function cleanRows(raw: RawValue, element: DataElement, context: CheckContext, typeOf: TypeOf): FactRow[] {
  const rows = [raw ?? []].flat().filter((each): each is RawRow => typeof each === 'object')
  return rows.map((row) =>
    Object.fromEntries(
      (element.columns ?? []).flatMap((column) => {
        const value = typeOf(column).clean(row[column.code], column, context)
        return value === undefined || typeof value === 'object' ? [] : [[column.code, value]]
      }),
    ),
  )
}

function isBlank(row: FactRow | undefined): boolean {
  return row === undefined || Object.keys(row).length === 0
}

function checkCells(rows: readonly FactRow[], element: DataElement, context: CheckContext, typeOf: TypeOf) {
  const within = rows.flatMap((row, i) =>
    (element.columns ?? []).flatMap((column): Problem[] => {
      const value = row[column.code]
      const wrong =
        value === undefined
          ? element.optionalFields?.includes(column.code) || typeOf(column).input.kind === 'shown'
            ? null
            : fault('missing')
          : typeOf(column).check(value, column, context)
      return wrong ? problemsOf(`${i}.${column.code}`, wrong) : []
    }),
  )
  return within.length > 0 ? { ...fault('rows_wrong'), within } : null
}

function typedRow(row: FactRow, columns: readonly DataElement[], typeOf: TypeOf): RawRow {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column.code]
      if (value === undefined) return []
      const typed = typeOf(column).typed?.(value, column) ?? String(value)
      return [[column.code, typeof typed === 'string' ? typed : textsOf(typed)]]
    }),
  )
}
