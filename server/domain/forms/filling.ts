import { dayOf } from '#shared/calendar/day.ts'
import type { LookupPlan } from '#shared/catalog/life-event.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { madeLookups, readyLookups, type ReadyLookup } from '#shared/forms/lookups.ts'
import { mayHold } from '#shared/rules/judge.ts'
import { BUDGET_MS, lookUp, type LookupAnswer } from '../exchange/index.ts'
import type { Asking } from '../perform.ts'
import { keepAnswer, type Came } from './keep-answer.ts'
import type { LoadedDraft } from './load.ts'
import { matterOf, requestOf } from './questions.ts'
import { changeable } from './remembered.ts'

/** How a draft is filled in. */
export interface Fill {
  who: Asking
  draft: LoadedDraft
  consentId: string
  /** Keys of look-ups that were made before and are made again: the person was asked meanwhile. */
  again: ReadonlySet<string>
  /** Not from what was kept of earlier answers. */
  fresh: boolean
  /** Takes an answer that came when nobody waited any more. */
  late: (came: Came) => Promise<void>
}

/**
 * Asks registers as soon as their question can be put: an answer that makes others possible starts them at once. It
 * works on a copy of the draft; what came is taken from it and kept by whoever began it.
 */
export interface Filling {
  /**
   * What could be asked at once, done when all of it was answered or the budget is over. Throws then what went wrong
   * with any of it; what came is there all the same.
   */
  first: Promise<void>
  /** Whether anything was asked. */
  asked: boolean
  /** Done when everything was answered or the budget is over; throws as `first` does. */
  whole(): Promise<void>
  /** What came and was not taken yet, in its order. */
  take(): Came[]
  /** Look-ups that are being asked, or may yet be; none when everything was answered. */
  outstanding(): LookupPlan[]
  /** When nobody waits any more; milliseconds of `performance.now()`. */
  until: number
}

/** Begins to ask what a draft needs and can be asked now. */
export function beginFilling({ who, draft, consentId, again, fresh, late }: Fill): Filling {
  const { row, bundle } = draft
  const { content } = changeable(row)
  const started = performance.now()
  const made = new Set([...madeLookups(content)].filter((key) => !again.has(key)))
  const renewed = new Set<string>()
  const waiting = new Set<Promise<void>>()
  const failures = new Map<string, unknown>()
  let came: Came[] = []

  /** Answers what it asked, by the keys of its look-ups. */
  function askReady(): Map<string, Promise<void>> {
    const facts = draftFacts(bundle, content, dayOf(who.at))
    const matter = matterOf(row.id, bundle, facts)
    const ask = (ready: ReadyLookup): Promise<void> => {
      made.add(ready.key)
      const request = { ...requestOf(bundle, ready, facts, consentId), fresh }
      const budgetMs = Math.max(0, BUDGET_MS - (performance.now() - started))
      const isLate = (answer: LookupAnswer) => late({ ready, answer, late: true })
      const asked = lookUp(who, matter, [request], { budgetMs, late: isLate })
      const arriving: Promise<void> = asked
        .then((answers) => answers.forEach((answer) => arrive(ready, answer)))
        // Nobody may be waiting for it when it fails: whoever waits for the whole is told.
        .catch((error: unknown) => void failures.set(ready.key, error))
        .finally(() => waiting.delete(arriving))
      waiting.add(arriving)
      return arriving
    }
    return new Map(readyLookups(bundle, content, facts, made).map((ready) => [ready.key, ask(ready)]))
  }

  /** Tells the first failure, of these look-ups or of any. */
  function report(of: { has(key: string): boolean } = failures): void {
    const failed = [...failures].find(([key]) => of.has(key))
    if (failed) throw failed[1]
  }

  function arrive(ready: ReadyLookup, answer: LookupAnswer): void {
    const each = { ready, answer, late: again.has(ready.key) }
    came.push(each)
    const known = Object.keys(content.lookups)
    keepAnswer(bundle, content, each, who.at)
    // What rested on an answer that is another one now is asked anew, once.
    for (const key of known.filter((key) => !(key in content.lookups) && !renewed.has(key))) {
      renewed.add(key)
      made.delete(key)
    }
    inferAnew(bundle, content, dayOf(who.at))
    askReady()
  }

  const first = askReady()
  return {
    first: Promise.all(first.values()).then(() => report(first)),
    asked: first.size > 0,
    async whole() {
      while (waiting.size > 0) await Promise.all(waiting)
      report()
    },
    take() {
      const taken = came
      came = []
      return taken
    },
    outstanding() {
      if (waiting.size === 0) return []
      const facts = draftFacts(bundle, content, dayOf(who.at))
      const open = (plan: LookupPlan, i: number) => !(`${plan.resource}#${i}` in content.lookups)
      return bundle.lifeEvent.lookups.filter((plan, i) => open(plan, i) && mayHold(plan.when, facts))
    },
    until: started + BUDGET_MS,
  }
}
