import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { look, perform, type Asking } from '../perform.ts'
import { presentWork } from '../work/index.ts'
import { loadCaseById, loadItem } from './load.ts'
import { doubtsIn, isTold, keepAfresh, verifyAfresh, type Afresh } from './verify-afresh.ts'

const SAYS_OTHERWISE = ['differs', 'gone', 'several', 'unusable'] as const

/**
 * Before a reviewer grants an item, the facts that decide it are looked up afresh. When a register says otherwise, or
 * cannot be asked, they are told so with both values, once; then they may grant with a reason.
 * @throws Refusal invalid_input beside the note
 */
export async function checkAfresh(
  who: Asking,
  { item: id, decision, note }: { item: string; decision: string; note: string },
): Promise<void> {
  if (decision !== 'grant') return
  const found = await look(who, async (reading) => {
    const item = await loadItem(reading, id)
    const { moves } = presentWork(item, who.actor, who.at)
    // Whatever is not to be granted now is refused by the decision itself.
    if (item.state !== 'reviewing' || !moves.includes('grant')) return undefined
    return { item, loaded: await loadCaseById(reading, item.parentId) }
  })
  if (!found) return
  const { item, loaded } = found
  const afresh = await verifyAfresh(who, loaded, item)
  const doubts = doubtsIn(afresh)
  if (doubts.length === 0 && !hasOldDoubts(loaded.row.content.afresh, afresh)) return
  const told = isTold(loaded, afresh)
  await perform(who, async (act) => {
    await keepAfresh(act, await loadCaseById(act, item.parentId), afresh)
    act.note({
      verb: 'cases.verifyAfresh',
      subjectKind: 'caseItem',
      subjectId: id,
      detail: { no: item.no, doubts },
    })
  })
  if (doubts.length === 0 || (told && note.trim() !== '')) return
  throw new Refusal('invalid_input', { problems: [{ field: 'note', ...fault(problemWith(afresh)) }] })
}

/** What weighs most: that a register says otherwise, then why it was not asked, then that it did not answer. */
function problemWith(afresh: Afresh): string {
  const outcomes = new Set(doubtsIn(afresh).map((code) => afresh[code]?.outcome))
  if (SAYS_OTHERWISE.some((outcome) => outcomes.has(outcome))) return 'register_differs'
  if (outcomes.has('withdrawn')) return 'register_withdrawn'
  return outcomes.has('forbidden') ? 'register_forbidden' : 'register_silent'
}

function hasOldDoubts(before: Afresh = {}, afresh: Afresh): boolean {
  return doubtsIn(before).some((code) => code in afresh)
}
