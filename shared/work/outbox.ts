import type { RefusalCode } from '../refusal.ts'

/** So long an act waits for the connection at most, milliseconds: later nobody remembers what it was about. */
export const WAITS_MS = 15 * 60_000

/** Why an act was not done. */
export interface ActRefused {
  code: RefusalCode
  problems: { code: string; params?: Record<string, string | number> }[]
  params: Record<string, string | number>
}

/** What became of a try to send an act. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'refused'; why: ActRefused }
  /** Nothing is known: it may have been done. Asking again with the same key is safe. */
  | { kind: 'again' }
  /** The session ended; the act waits until somebody signs in. */
  | { kind: 'signIn' }

/** An act of the desk that was posted while the connection was down. */
export interface WaitingAct {
  /** Its idempotency key: however often it is sent, it is done once. */
  key: string
  /** The form it was made with, see shared/work/typed.ts. */
  form: string
  action: string
  /** Name and value of each field. */
  body: [string, string][]
  /** In words: what is done, and on which page. */
  title: string
  page: string
  /** The member of staff; nobody else sends it. */
  by: string
  at: number
  tries: number
  state: 'waiting' | 'sending' | 'done' | 'refused' | 'late'
  /** When it came to its end. */
  endedAt?: number
  why?: ActRefused
}

/**
 * What may be done some minutes later as well. Calling the next number, looking something up, a second screen or who
 * stands at the counter are of the moment.
 */
const MAY_WAIT = [
  /^\/api\/desk\/items\/[^/]+\/(decision|parcel)$/,
  /^\/api\/desk\/cases\/[^/]+\/(acceptance|correction|inspection)$/,
  /^\/api\/desk\/work\/[^/]+\/(claim|put-back|assignment|orders(\/[^/]+\/answer)?)$/,
  /^\/api\/desk\/supervision\/checks(\/[^/]+)?$/,
  /^\/api\/desk\/absences(\/[^/]+\/end)?$/,
  /^\/api\/tickets\/[^/]+\/(decline|desk\/call-back|dispatch|reply|return|sign)$/,
  /^\/api\/rectifications\/[^/]+\/(answer|contact)$/,
]

/** Whether an act may wait for the connection. */
export function mayWait(action: string): boolean {
  return MAY_WAIT.some((each) => each.test(action))
}

/**
 * Adds an act. The same form posted once more says what is wanted now: it takes the place of what was never sent.
 */
export function withAct(acts: readonly WaitingAct[], act: WaitingAct): WaitingAct[] {
  const before = acts.findIndex(
    ({ form, state, tries }) => form === act.form && state === 'waiting' && tries === 0,
  )
  return before < 0 ? [...acts, act] : acts.with(before, act)
}

/** The act whose turn it is: in the order they were made, none before what came earlier. */
export function nextAct(acts: readonly WaitingAct[]): WaitingAct | undefined {
  return acts.find(({ state }) => state === 'waiting')
}

/** Whether something is lost that is not sent yet when the page is left. */
export function waits(acts: readonly WaitingAct[]): boolean {
  return acts.some(({ state }) => state === 'waiting' || state === 'sending')
}

/** What waited too long is not sent any more. */
export function afterWaiting(acts: readonly WaitingAct[], at: number): WaitingAct[] {
  return acts.map((act) =>
    act.state === 'waiting' && at - act.at >= WAITS_MS ? { ...act, state: 'late', endedAt: at } : act,
  )
}

/** What was being sent when the page went away is in doubt, and asked again. */
export function takenUp(acts: readonly WaitingAct[], at: number): WaitingAct[] {
  return afterWaiting(
    acts.map((act) => (act.state === 'sending' ? { ...act, state: 'waiting' } : act)),
    at,
  )
}

/** The act goes out now. */
export function sending(acts: readonly WaitingAct[], key: string): WaitingAct[] {
  return acts.map((act) => (act.key === key ? { ...act, state: 'sending', tries: act.tries + 1 } : act))
}

/** What became of it. */
export function settled(
  acts: readonly WaitingAct[],
  key: string,
  outcome: Outcome,
  at: number,
): WaitingAct[] {
  return acts.map((act) => (act.key === key ? ended(act, outcome, at) : act))
}

function ended(act: WaitingAct, outcome: Outcome, at: number): WaitingAct {
  switch (outcome.kind) {
    case 'done':
      return { ...act, state: 'done', endedAt: at }
    case 'refused':
      return { ...act, state: 'refused', endedAt: at, why: outcome.why }
    case 'signIn':
      // It was not looked at: nothing is in doubt.
      return { ...act, state: 'waiting', tries: act.tries - 1 }
    case 'again':
      return { ...act, state: 'waiting' }
  }
}

/** Without an act: it is not to be sent, or its outcome was read. What is on its way cannot be called back. */
export function withoutAct(acts: readonly WaitingAct[], key: string): WaitingAct[] {
  return acts.filter((act) => act.key !== key || act.state === 'sending')
}

/**
 * What an answer says.
 * @param body what it carries as JSON; undefined when it is none: then somebody on the way answered, not the server
 */
export function outcomeOf(status: number, body: unknown): Outcome {
  if (typeof body !== 'object' || body === null) return { kind: 'again' }
  if (status >= 200 && status < 300) return { kind: 'done' }
  const { refusal, problems = [], params = {} } = body as Partial<ActRefused> & { refusal?: RefusalCode }
  if (!refusal) return { kind: 'again' }
  if (refusal === 'not_signed_in') return { kind: 'signIn' }
  return { kind: 'refused', why: { code: refusal, problems, params } }
}
