import { dayOf } from '#shared/calendar/day.ts'
import { look, perform, type Asking } from '../perform.ts'
import { moveWork, workInState } from '../work/index.ts'
import { advance } from './advance.ts'
import { materialsFor } from './later.ts'
import { caseFacts, changeCase, loadCaseById } from './load.ts'
import { endPublicities } from './publicity.ts'

/** States in which an item can still lapse because a promised material never came. */
const OPEN = ['tolerated', 'reviewing', 'waiting', 'special', 'suspended']

/** What the passing of days brings about: publicity ends, windows open, promised materials that never came lapse. */
export async function tick(who: Asking): Promise<void> {
  await endPublicities(who)
  for (const caseId of await casesIn(who, ['waiting'])) await advance(who, caseId)
  for (const caseId of await casesIn(who, OPEN)) await lapseLate(who, caseId)
}

async function casesIn(who: Asking, states: readonly string[]): Promise<string[]> {
  const rows = await look(who, (reading) => workInState(reading.tx, 'caseItem', states))
  return [...new Set(rows.map((row) => row.parentId))]
}

/** Ends the items whose promised material did not come in time, and says which (domain.md §2.6, 97). */
async function lapseLate(who: Asking, caseId: string): Promise<void> {
  await perform(who, async (act) => {
    const { row, bundle, items } = await loadCaseById(act, caseId)
    const late = (row.content.later ?? []).filter(({ dueDay }) => dueDay < dayOf(act.at))
    if (late.length === 0) return
    const facts = caseFacts(bundle, row.content, act.at)
    for (const { material } of late) {
      const name = bundle.materials[material]?.name.zh ?? material
      for (const item of items)
        if (OPEN.includes(item.state) && materialsFor(bundle, item, facts).includes(material))
          await moveWork(act, item, 'lapse', { note: `“${name}”没有在约定的期限内补交。` })
    }
    await changeCase(act, row, {
      content: { ...row.content, later: row.content.later?.filter((each) => !late.includes(each)) },
    })
  })
}
