import { Refusal } from '#shared/refusal.ts'
import type { DeskFact } from '#shared/cases/view.ts'
import type { Act } from '../act.ts'
import { presentDesk, presentItemOf } from './present-desk.ts'
import { loadCase, loadCaseById, loadItem } from './load.ts'
import { passFor } from './reveal-pass.ts'

/** Opens one masked fact of a case to the member of staff who asks; goes on record. */
export async function revealOfCase(
  act: Act,
  { no, element }: { no: string; element: string },
): Promise<{ pass: string }> {
  const loaded = await loadCase(act, no)
  requireMasked((await presentDesk(act, loaded)).facts, element)
  const subjectId = loaded.row.id
  act.note({ verb: 'cases.reveal', subjectKind: 'case', subjectId, detail: { no, element } })
  return { pass: passFor(act, subjectId, element) }
}

/** Opens one masked fact of an item to its reviewer; goes on record. */
export async function revealOfItem(
  act: Act,
  { item: id, element }: { item: string; element: string },
): Promise<{ pass: string }> {
  const item = await loadItem(act, id)
  const { facts } = await presentItemOf(act, await loadCaseById(act, item.parentId), id)
  requireMasked(facts, element)
  act.note({ verb: 'cases.reveal', subjectKind: 'caseItem', subjectId: id, detail: { no: item.no, element } })
  return { pass: passFor(act, id, element) }
}

/** What the page does not show, or hides nothing of, cannot be asked for. */
function requireMasked(facts: readonly DeskFact[], element: string): void {
  if (!facts.some((fact) => fact.element === element && fact.mask)) throw new Refusal('not_found')
}
