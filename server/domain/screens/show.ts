import { liesAtCounter } from '#shared/cases/states.ts'
import { Refusal } from '#shared/refusal.ts'
import { SCREEN_THANKS_MS, subjectOf, type ScreenTask } from '#shared/screens/task.ts'
import type { DeskScreenView, ScreenShown, ScreenState, ScreenView } from '#shared/screens/views.ts'
import { VISIT } from '#shared/ratings/visit.ts'
import { say } from '#shared/text.ts'
import { actorId } from '#shared/access/actor.ts'
import type { Act, Look } from '../act.ts'
import { caseAtCounter, documentAtCounter, itemAtCounter } from '../cases/index.ts'
import { ownDraft, presentCheck, type OpenDraft } from '../forms/index.ts'
import { fingerprint } from '../files/index.ts'
import { tagChoices } from '../ratings/index.ts'
import { asClerkOf, screenOf, standing } from './own-screen.ts'
import { screenOfClerk, type ScreenRow } from './store.ts'

/** What the screen with this key shows. What the clerk may not see any more is not shown either. */
export async function readScreen(look: Look, key: string): Promise<ScreenView> {
  const row = await screenOf(look.tx, key, look.at)
  const state = stateOf(row, look.at)
  if (!row || !state.shown) return { ...state, task: null, thanks: thanksOf(row, look.at) }
  const task = standing(row, look.at)
  const shown = task ? await shownFor(await asClerkOf(look, row), task).catch(unlessGone) : null
  return { ...state, task: shown, thanks: null }
}

/** Whether the screen is to be drawn anew. */
export async function readScreenState(look: Look, key: string): Promise<ScreenState> {
  return stateOf(await screenOf(look.tx, key, look.at), look.at)
}

/** The clerk's own screen, for the desk. */
export async function readDeskScreen(look: Look | Act): Promise<DeskScreenView> {
  const row = await screenOfClerk(look.tx, actorId(look.actor))
  const paired = row !== undefined && look.at < row.until
  const task = row && (standing(row, look.at) ?? (row.outcome === '' ? null : row.task))
  return {
    paired,
    seenAt: row?.seenAt ?? 0,
    task: task ? { kind: task.kind, subject: subjectOf(task) } : null,
    outcome: row?.outcome ?? '',
    version: row?.version ?? 0,
  }
}

/** A task with its content, as far as whoever looks may see it. @throws Refusal not_found, not_ready */
async function shownFor(look: Look, task: ScreenTask): Promise<ScreenShown> {
  if (task.kind !== 'check') return plainFor(look, task)
  const check = await presentCheck(look, { draft: task.draft })
  const draft = await ownDraft(look, task.draft)
  return { kind: 'check', name: check.applicantName, check, seen: markOfDraft(draft) }
}

/**
 * A mark of everything that is answered and handed in. It is made without drawing the page, which waits for look-ups.
 * @throws Refusal not_complete while steps are missing
 */
export function markOfDraft({ row, journey }: OpenDraft): string {
  if (row.state !== 'open') throw new Refusal('not_found')
  if (journey.next.kind !== 'check') throw new Refusal('not_complete')
  const { answers, files, knowns } = row.content
  return markOf([answers, files, knowns])
}

function markOf(content: unknown): string {
  return fingerprint(Buffer.from(JSON.stringify(content))).slice(0, 32)
}

/** Everything but the check page. */
export async function plainFor(
  look: Look | Act,
  task: Exclude<ScreenTask, { kind: 'check' }>,
): Promise<Exclude<ScreenShown, { kind: 'check' }>> {
  const shown = await contentFor(look, task)
  return { ...shown, seen: markOf(shown) }
}

type Content =
  Exclude<ScreenShown, { kind: 'check' }> extends infer Shown
    ? Shown extends { seen: string }
      ? Omit<Shown, 'seen'>
      : never
    : never

async function contentFor(look: Look | Act, task: Exclude<ScreenTask, { kind: 'check' }>): Promise<Content> {
  switch (task.kind) {
    case 'statement': {
      const { bundle, journey, row } = await ownDraft(look, task.draft)
      const found = journey.materials.find(
        ({ material, state }) => state === 'sign' && material.code === task.material,
      )
      if (!found) throw new Refusal('not_found')
      const { name, hint } = found.material
      return {
        kind: 'statement',
        name: String(row.content.knowns['applicant.name']?.value ?? ''),
        title: say(name, look.lang),
        text: hint ? say(hint, look.lang) : '',
        rows: [{ label: 'case', value: say(bundle.lifeEvent.title, look.lang) }],
      }
    }
    case 'receipt': {
      const { no, applicant, title, document, documentNo } = await documentAtCounter(
        look,
        task.caseNo,
        task.document,
      )
      return {
        kind: 'receipt',
        name: applicant,
        title: document,
        text: '',
        rows: [
          { label: 'case', value: `${say(title, look.lang)} ${no}` },
          { label: 'number', value: documentNo },
        ],
      }
    }
    case 'delivery': {
      const { no, applicant, title, item, result, department, state } = await itemAtCounter(look, task.item)
      if (!liesAtCounter(state)) throw new Refusal('not_ready')
      return {
        kind: 'delivery',
        name: task.receiver || applicant,
        title: result,
        text: '',
        rows: [
          { label: 'case', value: `${say(title, look.lang)} ${no}` },
          { label: 'item', value: item },
          { label: 'department', value: department },
          { label: 'holder', value: applicant },
        ],
      }
    }
    case 'rating': {
      const rated = task.caseNo ? await caseAtCounter(look, task.caseNo) : undefined
      const title = rated && rated.closedAt > 0 ? rated.title : VISIT
      return { kind: 'rating', title: say(title, look.lang), tags: tagChoices(look.lang) }
    }
  }
}

function stateOf(row: ScreenRow | undefined, at: number): ScreenState {
  if (!row) return { paired: false, version: 0, shown: false }
  return { paired: true, version: row.version, shown: standing(row, at) !== null }
}

function thanksOf(row: ScreenRow | undefined, at: number): ScreenView['thanks'] {
  if (!row || row.outcome === '' || at >= row.touchedAt + SCREEN_THANKS_MS) return null
  if (row.outcome === 'wrong') return 'wrong'
  return row.task?.kind === 'rating' ? 'rated' : 'signed'
}

/** What was taken back meanwhile is not shown; a bug is a bug. */
function unlessGone(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
