import * as v from 'valibot'
import type { AssistedLine, WhomView } from '../forms/whom.ts'
import { answers, get, post } from './contract.ts'
import { Id, Nothing, Raw } from './fields.ts'

/** How a draft comes to be. */
export const starting = {
  /** For whom one may start it. */
  whom: get('/api/drafts/whom', v.object({ lifeEvent: Id }), answers<WhomView>()),
  /** What a member of staff fills in for others. */
  assisted: get('/api/desk/drafts', Nothing, answers<AssistedLine[]>()),
  /** Besides what is named, answers to questions that were given when trying it out, by element. */
  start: post(
    '/api/drafts',
    v.objectWithRest(
      {
        lifeEvent: Id,
        for: v.optional(
          v.pipe(v.string(), v.regex(/^((person|organisation|visit):[\w-]{1,64})?$/, 'bad_reference')),
        ),
        name: v.optional(v.pipe(v.string(), v.maxLength(100, 'too_long_text'))),
        residentId: v.optional(v.pipe(v.string(), v.maxLength(30, 'too_long_text'))),
      },
      Raw,
    ),
    answers<{ draft: string; next: string }>(),
  ),
}
