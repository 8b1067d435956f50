import * as v from 'valibot'
import type { AppConsentView } from '../exchange/app-consent.ts'
import { answers, get, post } from './contract.ts'
import { Id, No } from './fields.ts'

/** Another system asks a person to let it fetch a certificate. */
export const appConsents = {
  read: get(
    '/api/my/consents/asked',
    v.object({ app: Id, type: No, given: v.optional(Id) }),
    answers<AppConsentView>(),
  ),
  agree: post('/api/my/consents', v.object({ app: Id, type: No }), answers<{ consent: string }>()),
}
