import { itemOf } from '#shared/catalog/bundle.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import type { PublicityView } from '#shared/cases/view.ts'
import { holds } from '#shared/rules/judge.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { perform, type Asking } from '../perform.ts'
import {
  moveWork,
  timeline,
  timelines,
  workInState,
  workOf,
  type TimelineEntry,
  type WorkRow,
} from '../work/index.ts'
import { caseFacts, type LoadedCase } from './load.ts'
import { departmentName } from './present-parts.ts'
import { caseById, type CaseRow } from './store.ts'

/** Whether the intended decision on an item must be shown to the public (公示) before it may be granted. */
export function mustPublicise(
  loaded: LoadedCase,
  item: WorkRow,
  events: readonly TimelineEntry[],
  at: number,
): boolean {
  const { publicity } = itemOf(loaded.bundle, item.topic)
  if (!publicity || !holds(publicity.when, caseFacts(loaded.bundle, loaded.row.content, at))) return false
  return !events.some((event) => event.workId === item.id && event.move === 'endPublicity')
}

/** The last day of a publicity that begins today: natural days, the first of them tomorrow. */
export function publicityEnd(days: number, at: number): string {
  return addDays(dayOf(at), days)
}

/** Ends a publicity whose last day has passed: the item goes back to its reviewer. */
export async function endPublicity(who: Asking, workId: string): Promise<void> {
  await perform(who, async (act) => {
    const item = await workOf(act.tx, workId)
    if (item?.state !== 'publicising' || dayOf(act.at) <= untilOf(await timeline(act.tx, workId))) return
    await moveWork(act, item, 'endPublicity')
  })
}

/** What is shown to the public now. Names are masked. */
export async function publicities(look: Look): Promise<PublicityView[]> {
  const rows = await workInState(look.tx, 'caseItem', ['publicising'])
  const events = await timelines(
    look.tx,
    rows.map((row) => row.id),
  )
  return Promise.all(
    rows.map(async (row) => {
      const found = await caseById(look.tx, row.parentId)
      if (!found) throw new Error(`case ${row.parentId} is missing`)
      const bundle = await bundleOf(look.tx, found.bundleId)
      const item = itemOf(bundle, row.topic)
      const own = events.filter((event) => event.workId === row.id)
      return {
        item: say(item.name, look.lang),
        subject: item.publicity ? say(item.publicity.subject, look.lang) : '',
        applicant: whoseOf(found) ?? maskName(row.label),
        department: departmentName(bundle, row.unit, look.lang),
        from: dayOf(own.findLast((event) => event.move === 'publicise')?.at ?? look.at),
        until: untilOf(own),
      }
    }),
  )
}

/** The last day of the publicity that began last. */
export function untilOf(events: readonly TimelineEntry[]): string {
  return String(events.findLast((event) => event.move === 'publicise')?.data.until ?? '')
}

/** The enterprise a case is for: its name is no secret, and nobody could object without it. */
function whoseOf({ organisationId, content }: CaseRow): string | undefined {
  const name = organisationId === '' ? undefined : content.facts['enterprise.name']?.value
  return typeof name === 'string' ? name : undefined
}

function maskName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.min(rest.length, 2))
}
