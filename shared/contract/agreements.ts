import * as v from 'valibot'
import type { AgreementsView, InvitationLine, InvitationView } from '../agreements/views.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, Id, Nothing, OptionalText } from './fields.ts'

const OfDraft = v.object({ draft: Id })
const OfOne = v.object({ draft: Id, agreement: Id })
const Invitation = v.object({ agreement: Id })

/** Other people in one application: who must agree, inviting them, and their answer. */
export const agreements = {
  list: get('/api/drafts/:draft/agreements', OfDraft, answers<AgreementsView>()),
  invite: post('/api/drafts/:draft/invitations', OfDraft, answers<{ draft: string }>()),
  remind: post('/api/drafts/:draft/agreements/:agreement/reminder', OfOne, answers<{ draft: string }>()),
  withdraw: post('/api/drafts/:draft/agreements/:agreement/withdrawal', OfOne, answers<{ draft: string }>()),
}

export const invitations = {
  mine: get('/api/my/invitations', Nothing, answers<InvitationLine[]>()),
  read: get('/api/invitations/:agreement', Invitation, answers<InvitationView>()),
  answer: post(
    '/api/invitations/:agreement/answer',
    v.object({
      agreement: Id,
      answer: Chosen(['agree', 'decline']),
      signature: OptionalText(100),
      reason: OptionalText(500),
    }),
    answers<InvitationView>(),
  ),
}
