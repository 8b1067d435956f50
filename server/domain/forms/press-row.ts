import { MOST_ROWS } from '#shared/elements/rare/rows.ts'
import type { RawRow } from '#shared/elements/value-type.ts'
import type { Step } from '#shared/forms/journey.ts'
import type { LoadedDraft } from './load.ts'

/**
 * A button that adds a row to a group, or takes one or a file away, posts the page: what was typed is kept, nothing is
 * judged yet.
 * @returns where on the page to go on; null when no such button was pressed
 */
export function pressRow(
  { row, bundle }: LoadedDraft,
  step: Step,
  { _add: add, _remove: remove }: Record<string, unknown>,
): string | null {
  const [, group, index] = /^([\w.-]+?)(?:\.(\d{1,2}))?$/.exec(String(add ?? remove ?? '')) ?? []
  const element = group === undefined ? undefined : bundle.elements[group]
  if (group === undefined || !element || !step.elements.includes(group)) return null
  row.content.saved = row.content.saved.filter((code) => code !== step.code && code !== `${step.code}!`)
  // The file is gone already.
  if (element.type !== 'group') return group
  const { answers } = row.content
  const rows = rowsOf(answers[group])
  const most = element.maxRows ?? MOST_ROWS
  if (add !== undefined) answers[group] = rows.length < most ? [...(rows.length > 0 ? rows : [{}]), {}] : rows
  else if (index !== undefined) answers[group] = rows.filter((_, i) => i !== Number(index))
  const at = add === undefined ? Math.max(0, Number(index) - 1) : rowsOf(answers[group]).length - 1
  return `${group}.${at}`
}

function rowsOf(answer: unknown): RawRow[] {
  return Array.isArray(answer) ? answer.filter((each) => typeof each === 'object') : []
}
