import type { Bundle } from '#shared/catalog/bundle.ts'
import type { LookupPlan } from '#shared/catalog/life-event.ts'
import { elementsOf } from '#shared/rules/condition.ts'
import { Refusal } from '#shared/refusal.ts'
import { log } from '../../utils/log.ts'

/** What is still being asked for a draft, in this process. */
interface Coming {
  done: Promise<void>
  /** Nobody waits longer; milliseconds of `performance.now()`. */
  until: number
  /** Steps that show what comes. */
  steps: ReadonlySet<string>
}

const coming = new Map<string, Coming>()

/** Says that look-ups of a draft go on, and which steps wait for them until when. */
export function goesOn(draft: string, { steps, until }: Omit<Coming, 'done'>, work: Promise<void>): void {
  const done = work.catch(tellLost).finally(() => {
    if (coming.get(draft)?.done === done) coming.delete(draft)
  })
  coming.set(draft, { done, until, steps })
}

/**
 * Waits for what is still being asked, as long as the budget lasts.
 * @param step waits only if this step shows it
 */
export async function arrived(draft: string, step?: string): Promise<void> {
  const found = coming.get(draft)
  if (!found || (step !== undefined && !found.steps.has(step))) return
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, found.until - performance.now()))
  })
  await Promise.race([found.done, over])
  clearTimeout(timer)
}

/**
 * Steps that show what look-ups may still give: pages with such elements or with what follows from these, the
 * materials, and the last page.
 */
export function stepsShowing({ lifeEvent }: Bundle, plans: readonly LookupPlan[]): ReadonlySet<string> {
  const given = new Set(plans.flatMap(({ gives }) => Object.keys(gives)))
  for (const { element, cases } of lifeEvent.infers ?? [])
    if (cases.some(({ when }) => elementsOf(when).some((code) => given.has(code)))) given.add(element)
  const pages = lifeEvent.pages.filter(({ elements }) => elements.some((code) => given.has(code)))
  return new Set([...pages.map(({ code }) => code), 'materials', 'check'])
}

function tellLost(error: unknown): void {
  if (error instanceof Refusal) return
  log.warn('what a register answered could not be kept', {
    error: error instanceof Error ? error.message : String(error),
  })
}
