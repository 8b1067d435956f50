import type { LookedUp } from '#shared/cases/content.ts'
import type { DeskCaseView } from '#shared/cases/desk-view.ts'
import { fieldsWanted } from '#shared/exchange/only.ts'
import { fault } from '#shared/problem.ts'
import { paramsOf, planOfKey } from '#shared/forms/lookups.ts'
import { Refusal } from '#shared/refusal.ts'
import { holds } from '#shared/rules/judge.ts'
import { lookUp, type LookupAnswer } from '../exchange/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { itemsInHands } from './in-hands.ts'
import { caseFacts, changeCase, loadCase } from './load.ts'
import { presentDesk } from './present-desk.ts'
import { groundIn, matterOf } from './verify-afresh.ts'

/** Of the look-ups in a case the last so many are kept with it; the log has all. */
const MOST_KEPT = 20

/**
 * A member of staff looks something up within a case in their hands: a question of its life event about its own
 * people, the fields their items are granted, on the consent or the rule it was made under for the form.
 * @throws Refusal not_found when it is not in their hands, consent_missing, not_granted, exchange_down
 */
export async function lookUpInCase(
  who: Asking,
  { no, lookup }: { no: string; lookup: string },
): Promise<DeskCaseView> {
  const loaded = await look(who, (reading) => loadCase(reading, no))
  const [item, ...others] = itemsInHands(loaded, who)
  if (!item) throw new Refusal('not_found')
  const key = lookup.replace('.', '#')
  const facts = caseFacts(loaded.bundle, loaded.row.content, who.at)
  const plan = planOfKey(loaded.bundle, key)
  const params = plan && holds(plan.when, facts) ? paramsOf(plan, facts) : null
  if (!plan || !params)
    throw new Refusal('invalid_input', { problems: [{ field: 'lookup', ...fault('missing') }] })
  const ground = groundIn(loaded, plan, who.at)
  if (!ground) throw new Refusal('consent_missing')
  const topics = [item, ...others].map(({ topic }) => topic)
  const matter = matterOf(loaded, topics, who.at)
  const { resource, only = {} } = plan
  const wants = fieldsWanted(plan)
  const request = { key, resource, params, wants, chosen: { only }, ground, fresh: true }
  const [answer] = await lookUp(who, matter, [request])
  refuseWhatFailed(answer)
  return perform(who, async (act) => {
    const now = await loadCase(act, no)
    const { content } = now.row
    const made: LookedUp = {
      resource: plan.resource,
      place: Number(key.split('#')[1]),
      outcome: answer?.outcome ?? 'unavailable',
      rows: answer?.rows ?? [],
      unit: item.unit,
      at: act.at,
    }
    const lookedUp = [...(content.lookedUp ?? []), made].slice(-MOST_KEPT)
    await changeCase(act, now.row, { content: { ...content, lookedUp } })
    act.note({
      verb: 'cases.lookUp',
      subjectKind: 'case',
      subjectId: now.row.id,
      detail: { no, resource: plan.resource, lookup: answer?.lookupId },
    })
    return presentDesk(act, await loadCase(act, no))
  })
}

function refuseWhatFailed(answer: LookupAnswer | undefined): void {
  if (answer?.fault === 'no-consent') throw new Refusal('consent_missing')
  if (answer?.fault === 'no-grant') throw new Refusal('not_granted')
  if (answer?.fault === 'busy' || answer?.fault === 'limited') throw new Refusal('exchange_busy')
  if (!answer || answer.outcome === 'unavailable' || answer.outcome === 'refused')
    throw new Refusal('exchange_down')
}
