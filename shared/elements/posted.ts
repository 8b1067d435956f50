import type { RawRow, RawValue } from './value-type.ts'

/** A draft keeps no more rows of one group than this, valid or not: far beyond what any group may have. */
const MOST_KEPT = 50

/** What a form posted for a field: its texts, or the rows whose cells were posted as `heirs.0.heir.name`. */
export function postedValue(field: string, posted: Readonly<Record<string, unknown>>): RawValue {
  const own = textOrTexts(posted[field])
  return own ?? postedRows(field, posted)
}

/** The rows of a group or table; undefined when none was posted. */
export function postedRows(field: string, posted: Readonly<Record<string, unknown>>): RawRow[] | undefined {
  const rows: RawRow[] = []
  for (const [name, value] of Object.entries(posted)) {
    if (!name.startsWith(`${field}.`)) continue
    const [, index = '', cell = ''] =
      /^(\d{1,2})\.([A-Za-z][\w.-]{0,80})$/.exec(name.slice(field.length + 1)) ?? []
    const text = textOrTexts(value)
    if (cell === '' || text === undefined || Number(index) >= MOST_KEPT) continue
    while (rows.length <= Number(index)) rows.push({})
    const row = rows[Number(index)]
    if (row) row[cell] = text
  }
  return rows.length > 0 ? rows : undefined
}

function textOrTexts(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
}
