import type { Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { look, perform, type Asking } from '../perform.ts'
import { removeFile, turnFile, useEarlier, type NamedFile } from './change-files.ts'
import { addFiles } from './files.ts'
import { changeDraft, loadDraft } from './load.ts'
import { uploadsIn } from '../files/index.ts'
import { saveStep, type SavedStep } from './save-step.ts'

/** What the buttons of the page do besides saving; each keeps the person on the page. */
const BUTTONS = ['remove', 'turn', 'use', 'stay'] as const

/**
 * One post of the materials page: files to add (one field per material), signatures, and the button pressed: `remove`,
 * `turn` or `use` (a file from before) with `material:file`, `stay` to add without going on. `keep` keeps the problems
 * told before, of files that the page's script sent by themselves.
 */
export async function giveMaterials(
  who: Asking,
  { draft, ...posted }: { draft: string } & Record<string, unknown>,
): Promise<SavedStep> {
  const problems = await addFiles(who, draft, uploadsIn(posted))
  problems.push(...(await pressed(who, draft, posted)))
  const texts = Object.fromEntries(Object.entries(posted).filter(([, value]) => typeof value === 'string'))
  const told = posted.keep === undefined ? [] : await look(who, (reading) => toldBefore(reading, draft))
  const saved = await perform(who, (act) => saveStep(act, { ...texts, draft, step: 'materials' }))
  const all = [...told, ...problems]
  if (all.length === 0 && BUTTONS.every((button) => posted[button] === undefined)) return saved
  await perform(who, (act) => tellProblems(act, draft, all))
  return { ...saved, next: 'materials', problems: all }
}

/** Puts problems beside the materials of a draft, for the next time its page is drawn. */
export async function tellProblems(act: Act, draft: string, problems: readonly Problem[]): Promise<void> {
  await changeDraft(act, draft, ({ row: { content } }) => {
    content.saved = content.saved.filter((code) => !code.startsWith('materials'))
    content.rejected = [...problems]
  })
}

/** The problems that the page would show now. */
export async function toldBefore(look: Look | Act, draft: string): Promise<Problem[]> {
  return (await loadDraft(look, draft)).row.content.rejected
}

async function pressed(who: Asking, draft: string, posted: Record<string, unknown>): Promise<Problem[]> {
  const { remove, turn, use } = posted
  if (typeof remove === 'string') await removeFile(who, draft, namedIn(remove))
  if (typeof turn === 'string') await turnFile(who, draft, namedIn(turn).fileId)
  return typeof use === 'string' ? useEarlier(who, draft, namedIn(use)) : []
}

/** `material:file`. */
function namedIn(value: string): NamedFile {
  const [material, fileId] = value.split(':')
  if (!material || !fileId) throw new Refusal('not_found')
  return { material, fileId }
}
