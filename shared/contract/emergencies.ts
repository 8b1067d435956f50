import * as v from 'valibot'
import type { EmergenciesView } from '../exchange/emergency-view.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, Id, RequiredText } from './fields.ts'

const OfEmergency = v.object({ emergency: Id })

/** Look-ups that cannot wait for a case: asked for by one, let pass by another, made once. */
export const emergencies = {
  list: get(
    '/api/exchange/emergencies',
    v.object({ shown: v.fallback(v.optional(Id), undefined) }),
    answers<EmergenciesView>(),
  ),
  ask: post(
    '/api/exchange/emergencies',
    v.object({
      resource: RequiredText(64, 1, 'resource_missing'),
      number: v.pipe(RequiredText(18), v.toUpperCase(), v.regex(/^[0-9A-Z]{18}$/, 'emergency_number')),
      reason: RequiredText(500, 10),
    }),
    answers<{ emergency: string }>(),
  ),
  decide: post(
    '/api/exchange/emergencies/:emergency/confirmation',
    v.object({ ...OfEmergency.entries, decision: Chosen(['confirm', 'refuse']) }),
    answers<{ emergency: string }>(),
  ),
  /** `shown` opens what came in the list, for a few minutes, to whoever asked. */
  lookUp: post('/api/exchange/emergencies/:emergency/look-up', OfEmergency, answers<{ shown: string }>()),
}
