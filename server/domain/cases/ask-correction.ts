import { itemOf } from '#shared/catalog/bundle.ts'
import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork } from '../work/index.ts'
import { changeCase, loadCase } from './load.ts'
import { presentDesk } from './present-desk.ts'

/**
 * Asks the applicant once for everything that must be put right (一次性告知, 行政许可法 §32): names the very elements and
 * says what is wrong. Items that need one of them pause; the others go on.
 */
export async function askCorrection(
  act: Act,
  { no, elements, note }: { no: string; elements: string[]; note: string },
): Promise<DeskCaseView> {
  const loaded = await loadCase(act, no)
  const { bundle, row } = loaded
  const known = elements.filter((element) => bundle.elements[element] && element in row.content.facts)
  if (known.length === 0)
    throw new Refusal('invalid_input', { problems: [{ field: 'elements', code: 'correction_elements' }] })
  const concerned = loaded.items.filter(
    (item) =>
      item.state === 'received' &&
      itemOf(bundle, item.topic).needs.some((need) => known.includes(need.element)),
  )
  if (concerned.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of concerned) await moveWork(act, item, 'ask', { note, data: { elements: known } })
  await changeCase(act, row, { state: 'correcting', content: { ...row.content, correcting: known } })
  return presentDesk(act, await loadCase(act, no))
}
