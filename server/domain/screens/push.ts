import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { subjectOf, type ScreenTask, type ScreenTaskKind } from '#shared/screens/task.ts'
import type { Act } from '../act.ts'
import { ownDraft } from '../forms/index.ts'
import { ticketOfClerk } from '../queue/index.ts'
import { markOfDraft, plainFor } from './show.ts'
import { screenOfClerk, updateScreen, type ScreenRow } from './store.ts'

/** What a clerk wants shown; which of it is needed depends on the kind. */
export interface Pushed {
  kind: ScreenTaskKind
  draft?: string
  material?: string
  caseNo?: string
  document?: string
  item?: string
  receiver?: string
}

/**
 * Shows something on the clerk's second screen, in place of what is there.
 * @throws Refusal invalid_input without a screen, not_found for what the clerk may not see
 */
export async function pushToScreen(act: Act, pushed: Pushed): Promise<void> {
  const row = await paired(act)
  const task = await taskOf(act, pushed)
  // What cannot be shown is refused here, and not on the screen.
  if (task.kind === 'check') markOfDraft(await ownDraft(act, task.draft))
  else await plainFor(act, task)
  await change(act, row, { task, outcome: '', touchedAt: act.at })
  act.note({
    verb: 'screens.push',
    subjectKind: 'staff',
    subjectId: row.clerkId,
    detail: { kind: task.kind, subject: subjectOf(task) },
  })
}

/** Takes away what the clerk's second screen shows. Without a screen there is nothing to do. */
export async function clearScreen(act: Act): Promise<void> {
  const row = await screenOfClerk(act.tx, actorId(act.actor))
  if (row && (row.task !== null || row.outcome !== ''))
    await change(act, row, { task: null, outcome: '', touchedAt: 0 })
}

async function paired(act: Act): Promise<ScreenRow> {
  const row = await screenOfClerk(act.tx, actorId(act.actor))
  if (row && act.at < row.until) return row
  throw new Refusal('invalid_input', { problems: [{ field: 'kind', ...fault('screen_missing') }] })
}

async function change(act: Act, row: ScreenRow, to: Partial<ScreenRow>): Promise<void> {
  if (!(await updateScreen(act.tx, row, { ...to, changedAt: act.at }))) throw new Refusal('changed_meanwhile')
}

async function taskOf(act: Act, { kind, ...given }: Pushed): Promise<ScreenTask> {
  function need(name: Exclude<keyof typeof given, 'receiver'>): string {
    const value = given[name]
    if (value) return value
    throw new Refusal('invalid_input', { problems: [{ field: name, ...fault('missing') }] })
  }
  switch (kind) {
    case 'check':
      return { kind, draft: need('draft') }
    case 'statement':
      return { kind, draft: need('draft'), material: need('material') }
    case 'receipt':
      return { kind, caseNo: need('caseNo'), document: need('document') }
    case 'delivery':
      return { kind, item: need('item'), receiver: given.receiver ?? '' }
    case 'rating':
      // A visit is rated once (一次一评): it is known by the ticket in the clerk's hands.
      return { kind, visit: (await ticketOfClerk(act)) ?? newId(act.at), caseNo: given.caseNo ?? '' }
  }
}
