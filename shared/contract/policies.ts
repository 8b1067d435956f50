import * as v from 'valibot'
import type { EnterpriseMatch, PolicyPage, PolicySummary } from '../policies/views.ts'
import { answers, get } from './contract.ts'
import { Id, Nothing } from './fields.ts'

/** A native form posts an empty choice as an empty text. */
const Organisation = v.optional(v.union([Id, v.literal('')]), '')

export const policies = {
  list: get('/api/policies', Nothing, answers<PolicySummary[]>()),
  read: get('/api/policies/:code', v.object({ code: Id }), answers<PolicyPage>()),
  /** Which policies an enterprise matches, for whoever may act for it. */
  match: get(
    '/api/enterprise/policies',
    v.object({ organisation: Organisation }),
    answers<EnterpriseMatch>(),
  ),
}
