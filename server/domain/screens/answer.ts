import { isDrawing } from '#shared/elements/rare/signature.ts'
import { signatureField } from '#shared/forms/journey.ts'
import { newId } from '#shared/id.ts'
import { fault, type Fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { subjectOf, type ScreenTask } from '#shared/screens/task.ts'
import type { Act } from '../act.ts'
import { ownDraft, saveStep } from '../forms/index.ts'
import { caseAtCounter, signForDocument } from '../cases/index.ts'
import { rateAtCounter } from '../ratings/index.ts'
import { answering, screenOf } from './own-screen.ts'
import { markOfDraft, plainFor } from './show.ts'
import { insertSignature, markScreen, updateScreen, type ScreenRow } from './store.ts'

/** What comes from a screen: which drawing of it, and what was shown on it. */
interface Answered {
  version: number
  seen: string
}

/**
 * Somebody signs what the screen shows. A declaration counts as made in the draft; everything else is kept as a
 * signature about it.
 * @throws Refusal changed_meanwhile when something else is shown, or the same with another content; invalid_input
 */
export async function signOnScreen(
  act: Act,
  key: string,
  { version, seen, name, drawn }: Answered & { name: string; drawn: string },
): Promise<void> {
  const { row, task, asClerk } = await answering(act, key, version)
  if (task.kind === 'rating') throw new Refusal('changed_meanwhile')
  const shown = await shownTo(asClerk, task)
  if (shown.seen !== seen) throw new Refusal('changed_meanwhile')
  if (shown.name !== '' && name !== shown.name) throw wrong('name', fault('signature_other'))
  if (!isDrawing(drawn)) throw wrong('drawn', fault('signature_drawing'))
  if (drawn === '' && task.kind === 'delivery') throw wrong('drawn', fault('draw_missing'))
  const { subjectId, part } = await signedFor(asClerk, task, name)
  await insertSignature(act.tx, {
    id: newId(act.at),
    what: task.kind,
    subjectId,
    part,
    signature: drawn === '' ? name : `${name}\n${drawn}`,
    shown: seen,
    clerkId: row.clerkId,
    at: act.at,
  })
  await settle(act, row, 'done')
  asClerk.note({ verb: 'screens.sign', subjectKind: task.kind, subjectId, detail: { clerk: row.clerkId } })
}

/** “Something is wrong”: the clerk sees it at once. */
export async function objectOnScreen(act: Act, key: string, { version }: Answered): Promise<void> {
  const { row, task } = await answering(act, key, version)
  await settle(act, row, 'wrong')
  act.note({ verb: 'screens.object', subjectKind: task.kind, subjectId: subjectOf(task) })
}

/** The rating after a visit (一次一评), or of a case that is closed (一事一评). */
export async function rateOnScreen(
  act: Act,
  key: string,
  { version, level, tags, text }: Answered & { level: number; tags: string[]; text: string },
): Promise<void> {
  const { row, task, asClerk } = await answering(act, key, version)
  if (task.kind !== 'rating') throw new Refusal('changed_meanwhile')
  const about = task.caseNo ? await caseAtCounter(asClerk, task.caseNo) : undefined
  await rateAtCounter(asClerk, { visit: task.visit, about }, { level, tags, text })
  await settle(act, row, 'done')
}

/** Somebody touches the screen: what it shows stays a while longer. */
export async function touchScreen(act: Act, key: string): Promise<void> {
  const row = await screenOf(act.tx, key, act.at)
  if (row) await markScreen(act.tx, row.id, { touchedAt: act.at, seenAt: act.at })
}

async function settle(act: Act, row: ScreenRow, outcome: 'done' | 'wrong'): Promise<void> {
  const settled = await updateScreen(act.tx, row, { outcome, touchedAt: act.at, changedAt: act.at })
  if (!settled) throw new Refusal('changed_meanwhile')
}

type Signed = Exclude<ScreenTask, { kind: 'rating' }>

/** What was shown and whose signature it takes. */
async function shownTo(act: Act, task: Signed): Promise<{ seen: string; name: string }> {
  if (task.kind === 'check') {
    const draft = await ownDraft(act, task.draft)
    const name = String(draft.row.content.knowns['applicant.name']?.value ?? '')
    return { seen: markOfDraft(draft), name }
  }
  const shown = await plainFor(act, task)
  return { seen: shown.seen, name: shown.kind === 'rating' ? '' : shown.name }
}

/** What a signature is kept with; a declaration is made in its draft first. */
async function signedFor(act: Act, task: Signed, name: string): Promise<{ subjectId: string; part: string }> {
  switch (task.kind) {
    case 'check':
      return { subjectId: task.draft, part: '' }
    case 'statement':
      await declare(act, task, name)
      return { subjectId: task.draft, part: task.material }
    case 'receipt':
      return {
        subjectId: await signForDocument(act, { no: task.caseNo, document: task.document }),
        part: task.document,
      }
    case 'delivery':
      return { subjectId: task.item, part: '' }
  }
}

/** Signs a material of a draft; what else is signed on its page stays. */
async function declare(
  act: Act,
  { draft, material }: { draft: string; material: string },
  name: string,
): Promise<void> {
  const { row, journey } = await ownDraft(act, draft)
  const fields = journey.materials.flatMap(({ material: { code }, state }) =>
    state === 'sign' ? [signatureField(code)] : [],
  )
  const { answers } = row.content
  const typed = Object.fromEntries(
    fields.flatMap((field) => (answers[field] ? [[field, answers[field]]] : [])),
  )
  const mine = signatureField(material)
  const saved = await saveStep(act, { ...typed, draft, step: 'materials', [mine]: name })
  const problem = saved.problems.find(({ field }) => field === mine)
  if (problem) throw wrong('name', problem)
}

function wrong(field: string, { code, params }: Fault): Refusal {
  return new Refusal('invalid_input', { problems: [{ field, code, ...(params && { params }) }] })
}
