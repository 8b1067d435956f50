import * as v from 'valibot'
import { answers, post } from './contract.ts'
import { Step, type Saved } from './drafts.ts'

/** What a page of a draft asks of the exchange besides the consent. */
export const draftLookups = {
  /** Another try at what could not be looked up. */
  again: post('/api/drafts/:draft/look-ups', v.object(Step.entries), answers<Saved>()),
  /** Which of several matches is meant: its place, or `none`. */
  pick: post(
    '/api/drafts/:draft/matches/:key',
    v.object({
      ...Step.entries,
      key: v.pipe(v.string(), v.regex(/^[\w-]{1,60}\.\d{1,3}$/, 'bad_reference')),
      match: v.pipe(v.string('missing'), v.regex(/^(none|\d{1,4})$/, 'missing')),
    }),
    answers<Saved>(),
  ),
}
