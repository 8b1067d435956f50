import { look, perform, type Asking } from '../perform.ts'
import { takeAnswerFiles } from './answer-files.ts'
import { loadDraft, walk } from './load.ts'
import { prefill } from './prefill.ts'
import { saveStep, type SavedStep } from './save-step.ts'

/**
 * Saves a page. What was typed may be what a look-up waited for, such as whose pension it is about: under the consent
 * that was given it is made now, before the next page is drawn.
 */
export async function saveAndLook(
  who: Asking,
  input: { draft: string; step: string } & Record<string, unknown>,
): Promise<SavedStep> {
  const { problems, seen } = await takeAnswerFiles(who, input)
  const page = seen === undefined ? input : { ...input, _seen: seen }
  const { lookUnder, ...saved } = await perform(who, (act) => saveStep(act, page, problems))
  if (problems.length > 0) return { ...saved, next: saved.step, problems: [...problems, ...saved.problems] }
  if (!lookUnder) return saved
  await prefill(who, input.draft, lookUnder)
  const { steps, next } = walk(await look(who, (reading) => loadDraft(reading, input.draft)), who.at)
  const at = steps.findIndex(({ code }) => code === saved.step)
  const after = steps.slice(at + 1).find(({ done }) => !done)
  return { ...saved, next: (steps.indexOf(next) < at ? next : (after ?? next)).code }
}
