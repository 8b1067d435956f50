import { itemOf } from '#shared/catalog/bundle.ts'
import { judge, type Facts } from '#shared/rules/judge.ts'
import { perform, type Asking } from '../perform.ts'
import { moveWork, type WorkRow } from '../work/index.ts'
import type { Act } from '../act.ts'
import { caseFacts, isReady, loadCaseById, type LoadedCase } from './load.ts'
import { startItem } from './start-item.ts'

/**
 * Instant approval (秒批): an item whose rule holds on verified facts alone is accepted and granted at once, with the
 * explanation kept. Anything unknown leaves it to a person.
 */
export async function grantByRule(who: Asking, caseId: string): Promise<void> {
  await perform(who, async (act) => {
    const loaded = await loadCaseById(act, caseId)
    for (const item of loaded.items) {
      if (item.state === 'received' || item.state === 'reviewing') await tryRule(act, loaded, item)
    }
  })
}

async function tryRule(act: Act, loaded: LoadedCase, item: WorkRow): Promise<void> {
  const { instant } = itemOf(loaded.bundle, item.topic)
  if (!instant || !isReady(loaded, item)) return
  const judgement = judge(instant.rule, verified(caseFacts(loaded.bundle, loaded.row.content, act.at)))
  if (judgement.verdict !== 'yes') return
  const accepted = item.state === 'received' ? await startItem(act, loaded, item) : item
  if (accepted.state !== 'reviewing') return
  await moveWork(act, accepted, 'grant', { data: { item: item.topic, judgement } })
}

/** Only what a register or a decision said counts; what the person typed does not. */
function verified(facts: Facts): Facts {
  return (element) => {
    const fact = facts(element)
    return fact && (fact.source.kind === 'exchange' || fact.source.kind === 'decision') ? fact : undefined
  }
}
