import { dayOf } from '#shared/calendar/day.ts'
import { judgeRows, type JudgedField } from '#shared/exchange/quality-rules.ts'
import { catalog } from '../catalog/index.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import type { ValueFigureRow } from './store/quality.ts'

/** What was counted and not written yet. The next write of the log takes it along; it holds figures, no values. */
let counted = new Map<string, ValueFigureRow>()

/**
 * Judges and counts what a resource answered, when it answers.
 * @param asked the fields that were asked for
 * @param at epoch milliseconds
 */
export function countAnswer(
  resource: string,
  asked: readonly string[],
  rows: readonly RegisterRow[],
  at: number,
): void {
  if (rows.length === 0) return
  const day = dayOf(at)
  for (const { field, came, empty, faulty } of judgeRows(fieldsOf(resource, asked), rows, at)) {
    if (came > 0) add({ day, resource, field, came, empty, faulty })
  }
}

function add(figure: ValueFigureRow): void {
  const { day, resource, field, came, empty, faulty } = figure
  const key = `${day} ${resource} ${field}`
  const before = counted.get(key)
  counted.set(key, {
    ...figure,
    came: came + (before?.came ?? 0),
    empty: empty + (before?.empty ?? 0),
    faulty: faulty + (before?.faulty ?? 0),
  })
}

/** What was counted and not written yet; it is the caller's now, who writes it or puts it back. */
export function takeCounted(): ValueFigureRow[] {
  // In one order everywhere: two writers that lock the same rows never wait for each other in a circle.
  const taken = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
  counted = new Map()
  return taken
}

/** Puts back what was taken and could not be written. */
export function putBack(taken: readonly ValueFigureRow[]): void {
  taken.forEach(add)
}

/** The fields that were asked for, with the elements they are mapped to. */
function fieldsOf(resource: string, asked: readonly string[]): JudgedField[] {
  const items = catalog().find('resource', resource)?.items ?? []
  return asked.map((field) => {
    const item = items.find((each) => each.field === field)
    const element = item?.element === undefined ? undefined : catalog().find('element', item.element)
    return { field, required: item?.required ?? true, ...(element && { element }) }
  })
}
