import { itemOf } from '#shared/catalog/bundle.ts'
import type { CounterCase } from '#shared/counter/views.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { presentWork, workOfParent, workVisible } from '../work/index.ts'
import { casesOf, type CaseRow } from './store.ts'

/** The cases of somebody who is at the counter, the newest first; of each what the clerk may see. */
export async function casesAtCounter(look: Look, personId: string): Promise<CounterCase[]> {
  const rows = (await casesOf(look.tx, personId)).filter(({ applicantId }) => applicantId === personId)
  const cases = await Promise.all(rows.map((row) => present(look, row)))
  return cases.filter(({ items }) => items.length > 0)
}

async function present(look: Look, row: CaseRow): Promise<CounterCase> {
  const { tx, actor, at, lang } = look
  const [bundle, items] = await Promise.all([bundleOf(tx, row.bundleId), workOfParent(tx, row.id)])
  const views = items
    .filter((item) => workVisible(item, actor))
    .map((item) => ({
      ...presentWork(item, actor, at),
      name: say(itemOf(bundle, item.topic).name, lang),
    }))
  return {
    no: row.no,
    title: say(bundle.lifeEvent.title, lang),
    state: row.state,
    sentAt: row.sentAt,
    toAccept: views.some(({ moves }) => moves.includes('accept')),
    items: views.map(({ id, name, state, dueDay }) => ({ id, name, state, dueDay })),
  }
}
