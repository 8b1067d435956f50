import { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork } from '../work/index.ts'
import { PUT_RIGHT } from './correct.ts'
import { changeCase, loadCase } from './load.ts'

const WITHDRAWABLE: readonly string[] = CASE_ITEM_MOVES.moves.withdraw.from

/** The applicant takes back one item, or everything that has not been decided, domain.md §3.3. */
export async function withdrawCase(
  act: Act,
  { no, item: only }: { no: string; item?: string },
): Promise<{ no: string }> {
  const { row, items } = await loadCase(act, no)
  const open = items.filter(
    (item) => WITHDRAWABLE.includes(item.state) && (only === undefined || item.id === only),
  )
  if (act.actor.kind !== 'person' || row.applicantId !== act.actor.id) throw new Refusal('not_found')
  if (open.length === 0) throw new Refusal('move_not_possible', { possible: [] })
  for (const item of open) await moveWork(act, item, 'withdraw')
  if (items.some((item) => item.state in PUT_RIGHT && !open.includes(item))) return { no }
  await changeCase(act, row, { state: 'in-progress', content: { ...row.content, correcting: [], anew: [] } })
  return { no }
}
