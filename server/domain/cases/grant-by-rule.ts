import { itemOf } from '#shared/catalog/bundle.ts'
import { decisiveElements } from '#shared/cases/afresh.ts'
import { judge, type Facts, type Judgement } from '#shared/rules/judge.ts'
import { look, perform, type Asking } from '../perform.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import type { Act } from '../act.ts'
import { caseFacts, isReady, loadCaseById, type LoadedCase } from './load.ts'
import { startItem } from './start-item.ts'
import { doubtsIn, isTold, keepAfresh, verifyAfresh, type Afresh } from './verify-afresh.ts'

/**
 * Instant approval (秒批): an item whose rule holds on verified facts alone, looked up afresh, is accepted and granted
 * at once, with the explanation kept. Anything unknown, contradicted or not to be had leaves it to a person.
 */
export async function grantByRule(who: Asking, caseId: string): Promise<void> {
  const loaded = await look(who, (reading) => loadCaseById(reading, caseId))
  for (const item of loaded.items) {
    if (!ruleHolds(loaded, item, who.at)) continue
    const afresh = await verifyAfresh(who, loaded, item)
    await perform(who, async (act) => {
      const now = await loadCaseById(act, caseId)
      const same = now.items.find(({ id }) => id === item.id)
      // Corrected or decided meanwhile: what follows from that is another job.
      if (!same || factsOf(now, item) !== factsOf(loaded, item)) return
      if (doubtsIn(afresh).length > 0) await leaveToPerson(act, now, same, afresh)
      else await grant(act, now, same)
    })
  }
}

async function grant(act: Act, loaded: LoadedCase, item: WorkRow): Promise<void> {
  const judgement = ruleHolds(loaded, item, act.at)
  if (!judgement) return
  const accepted = item.state === 'received' ? await startItem(act, loaded, item) : item
  if (accepted.state !== 'reviewing') return
  await moveWork(act, accepted, 'grant', { data: { item: item.topic, judgement } })
}

/** Whoever decides it reads beside the facts what the registers say now. */
async function leaveToPerson(act: Act, loaded: LoadedCase, item: WorkRow, afresh: Afresh): Promise<void> {
  if (isTold(loaded, afresh)) return
  await keepAfresh(act, loaded, afresh)
  act.note({
    verb: 'cases.leaveToPerson',
    subjectKind: 'caseItem',
    subjectId: item.id,
    detail: { no: item.no, doubts: doubtsIn(afresh) },
  })
}

/** How the item's rule judged, if it may be granted by it now. */
function ruleHolds(loaded: LoadedCase, item: WorkRow, at: number): Judgement | undefined {
  if (item.state !== 'received' && item.state !== 'reviewing') return undefined
  const { instant } = itemOf(loaded.bundle, item.topic)
  if (!instant || !isReady(loaded, item)) return undefined
  const judgement = judge(instant.rule, verified(caseFacts(loaded.bundle, loaded.row.content, at)))
  return judgement.verdict === 'yes' ? judgement : undefined
}

/** The facts that decide an item, to notice when they are others. */
function factsOf({ row, bundle }: LoadedCase, item: WorkRow): string {
  return JSON.stringify(decisiveElements(bundle, item.topic).map((code) => row.content.facts[code]?.value))
}

/** Only what a register or a decision said counts; what the person typed does not. */
function verified(facts: Facts): Facts {
  return (element) => {
    const fact = facts(element)
    return fact && (fact.source.kind === 'exchange' || fact.source.kind === 'decision') ? fact : undefined
  }
}
