import type { InvitationView } from '#shared/agreements/views.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { tell } from '../notices/index.ts'
import { ownInvitation, readInvitation, type Invitation } from './read.ts'
import { updateAgreement } from './store.ts'

interface Answer {
  agreement: string
  answer: 'agree' | 'decline'
  signature: string
  reason: string
}

/** Agrees, signed with one's name, to what is shown; or declines and says why. */
export async function answerInvitation(act: Act, answer: Answer): Promise<InvitationView> {
  const invitation = await ownInvitation(act, answer.agreement)
  const { row, draft, needed } = invitation
  if (row.state !== 'invited' || draft.row.state !== 'open' || !needed)
    throw new Refusal('move_not_possible', { possible: [] })
  checkWords(answer, invitation)
  const agreed = answer.answer === 'agree'
  const saved = await updateAgreement(act.tx, row, {
    state: agreed ? 'agreed' : 'declined',
    shown: agreed ? needed.shown : [],
    words: agreed ? answer.signature : answer.reason,
    answeredAt: act.at,
  })
  if (!saved) throw new Refusal('changed_meanwhile')
  act.note({ verb: `agreements.${answer.answer}`, subjectKind: 'agreement', subjectId: row.id })
  if (row.inviterId === '') return readInvitation(act, { agreement: row.id })
  await tell(
    act,
    row.inviterId,
    agreed ? 'agreement_given' : 'agreement_declined',
    `agreement ${row.id} ${act.at}`,
    { name: draft.bundle.lifeEvent.title },
    `/apply/${draft.row.id}/check`,
  )
  return readInvitation(act, { agreement: row.id })
}

function checkWords({ answer, signature, reason }: Answer, { person }: Invitation): void {
  if (answer === 'decline' && reason === '')
    throw new Refusal('invalid_input', { problems: [{ field: 'reason', ...fault('missing') }] })
  if (answer === 'agree' && signature.replace(/\s/g, '') !== person.name.replace(/\s/g, ''))
    throw new Refusal('invalid_input', { problems: [{ field: 'signature', ...fault('signature_differs') }] })
}
