import * as v from 'valibot'
import type { Verification, WalletCard } from '../certificates/view.ts'
import { answers, get, post } from './contract.ts'
import { Nothing, RequiredText } from './fields.ts'

const Identifier = v.pipe(
  v.string('missing'),
  v.trim(),
  v.minLength(1, 'missing'),
  v.maxLength(120, 'too_long_text'),
)

export const certificates = {
  wallet: get('/api/my/certificates', Nothing, answers<WalletCard[]>()),
  verify: get(
    '/api/verifications/:identifier',
    v.object({ identifier: Identifier }),
    answers<Verification>(),
  ),
  verifyFile: post('/api/verifications', v.objectWithRest({}, v.unknown()), answers<Verification>()),
  revoke: post(
    '/api/certificates/:identifier/revocation',
    v.object({ identifier: Identifier, reason: RequiredText(300, 4) }),
    answers<{ identifier: string }>(),
  ),
}
