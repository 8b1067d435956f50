import * as v from 'valibot'
import type { MandatesView } from '../identity/mandates.ts'
import { answers, get, post } from './contract.ts'
import { Day, Id, Nothing, RequiredText } from './fields.ts'

/** Letting somebody of the family act for oneself. */
export const mandates = {
  list: get('/api/my/mandates', Nothing, answers<MandatesView>()),
  give: post(
    '/api/my/mandates',
    v.object({
      name: RequiredText(100),
      residentId: v.pipe(RequiredText(30), v.regex(/^\d{17}[\dXx]$/, 'resident_id_form')),
      scope: v.optional(v.union([Id, v.literal('')]), ''),
      validTo: Day,
    }),
    answers<{ ok: true }>(),
  ),
  end: post('/api/my/mandates/:mandate/end', v.object({ mandate: Id }), answers<{ ok: true }>()),
}
