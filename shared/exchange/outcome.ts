/** How a look-up ended for whoever asked. `not-found` is not "no". */
export type LookupOutcome = 'found' | 'not-found' | 'several' | 'unavailable' | 'refused'

/** How it stands in the log: not settled yet, or never known because the process died between call and answer. */
export type LoggedOutcome = LookupOutcome | 'asked' | 'unknown'

/** What was wrong with a call. What follows from each is in docs/exchange-faults.md; people read only how it ended. */
export const EXCHANGE_FAULTS = [
  // The provider or the way to it: another try may succeed.
  'timeout',
  'unreachable',
  'maintenance',
  'limited',
  'provider-failed',
  'exchange-failed',
  // An answer that is not to be believed.
  'bad-answer',
  'bad-signature',
  'stale',
  'wrong-request',
  'too-big',
  'redirected',
  'untrusted',
  // The provider says no.
  'not-granted',
  'provider-refused',
  // We did not ask.
  'busy',
  'breaker-open',
  'no-consent',
  'no-grant',
  'not-in-hands',
  'no-relation',
  'too-many-numbers',
  'not-configured',
] as const

export type ExchangeFault = (typeof EXCHANGE_FAULTS)[number]
