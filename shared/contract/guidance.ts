import * as v from 'valibot'
import type { GuidanceView } from '../guidance/view.ts'
import { answers, get } from './contract.ts'
import { Id } from './fields.ts'

/**
 * What applies to somebody, tried without signing in. The answers travel with the address, by the codes of their
 * elements; nothing is stored. `at` is the question to go back to, `from` the one that was just posted.
 */
const Trying = v.objectWithRest(
  {
    event: Id,
    at: v.optional(v.pipe(v.string(), v.regex(/^s\d{1,3}$/, 'bad_reference'))),
    from: v.optional(v.pipe(v.string(), v.regex(/^s\d{1,3}$/, 'bad_reference'))),
  },
  v.union([
    v.pipe(v.string(), v.maxLength(2000, 'too_long_text')),
    v.array(v.pipe(v.string(), v.maxLength(200, 'too_long_text'))),
  ]),
)

export const guidance = {
  of: get('/api/guidance/:event', Trying, answers<GuidanceView>()),
}
