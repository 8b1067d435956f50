import { blind } from '#db'
import { personOfAgent } from '#shared/access/actor.ts'
import type { NeededAgreement } from '#shared/agreements/needed.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { ownDraft, type OpenDraft } from '../forms/index.ts'
import { personByResidentId } from '../identity/index.ts'
import { tell } from '../notices/index.ts'
import { askedOf, isMeant, type Asked } from './of-draft.ts'
import { agreementRow, insertAgreement, updateAgreement, type AgreementRow } from './store.ts'

/** States in which somebody has to be asked, or asked anew. */
const TO_ASK: readonly Asked['state'][] = ['to-invite', 'changed', 'declined', 'withdrawn']

/** Invites everybody who must agree and was not asked, or was asked about something else. Repeating it is harmless. */
export async function invite(act: Act, { draft: id }: { draft: string }): Promise<{ draft: string }> {
  const draft = await openDraft(act, id)
  if (draft.journey.next.kind !== 'check') throw new Refusal('not_complete')
  for (const asked of await askedOf(act.tx, draft))
    if (TO_ASK.includes(asked.state)) await inviteOne(act, draft, asked)
  return { draft: id }
}

/** One's draft that was not sent yet: with the application goes what everybody agreed to. */
async function openDraft(act: Act, id: string): Promise<OpenDraft> {
  const draft = await ownDraft(act, id)
  if (draft.row.state !== 'open') throw new Refusal('changed_meanwhile')
  return draft
}

async function inviteOne(act: Act, draft: OpenDraft, { needed, row }: Asked): Promise<void> {
  const fresh = {
    state: 'invited' as const,
    shown: [],
    words: '',
    invitedAt: act.at,
    remindedAt: act.at,
    answeredAt: 0,
  }
  const id = row?.id ?? newId(act.at)
  if (row) {
    if (!(await updateAgreement(act.tx, row, fresh))) throw new Refusal('changed_meanwhile')
  } else {
    await insertAgreement(act.tx, {
      ...fresh,
      id,
      draftId: draft.row.id,
      inviterId: inviterOf(draft),
      role: needed.role,
      name: needed.name,
      personBlind: blind(needed.residentId),
      version: 1,
    })
  }
  act.note({
    verb: 'agreements.invite',
    subjectKind: 'agreement',
    subjectId: id,
    detail: { draft: draft.row.id, role: needed.role },
  })
  await tellInvited(act, draft, id, needed)
}

/** The person who fills it in; staff are no people of the city. */
function inviterOf({ row: { agent, personId } }: OpenDraft): string {
  return agent === '' ? personId : personOfAgent(agent)
}

/** Asks once more, at most once a day. */
export async function remind(
  act: Act,
  { draft: id, agreement }: { draft: string; agreement: string },
): Promise<{ draft: string }> {
  const draft = await openDraft(act, id)
  const asked = (await askedOf(act.tx, draft)).find(({ row }) => row?.id === agreement)
  if (!asked?.row || asked.state !== 'invited') throw new Refusal('not_found')
  if (dayOf(asked.row.remindedAt) === dayOf(act.at) && asked.row.remindedAt !== asked.row.invitedAt)
    return { draft: id }
  if (!(await updateAgreement(act.tx, asked.row, { remindedAt: act.at })))
    throw new Refusal('changed_meanwhile')
  act.note({ verb: 'agreements.remind', subjectKind: 'agreement', subjectId: agreement })
  await tellInvited(act, draft, agreement, asked.needed)
  return { draft: id }
}

/** Takes an invitation back: whoever was asked sees nothing of the application any more. */
export async function withdrawInvitation(
  act: Act,
  { draft: id, agreement }: { draft: string; agreement: string },
): Promise<{ draft: string }> {
  await openDraft(act, id)
  const row: AgreementRow | undefined = await agreementRow(act.tx, agreement)
  if (!row || row.draftId !== id) throw new Refusal('not_found')
  if (!(await updateAgreement(act.tx, row, { state: 'withdrawn', shown: [], words: '' })))
    throw new Refusal('changed_meanwhile')
  act.note({ verb: 'agreements.withdraw', subjectKind: 'agreement', subjectId: agreement })
  return { draft: id }
}

/** Who has the number and another name hears of nothing. Whoever has no account yet finds the invitation when they open one. */
async function tellInvited(act: Act, draft: OpenDraft, id: string, needed: NeededAgreement): Promise<void> {
  const person = await personByResidentId(act.tx, needed.residentId)
  if (!person || !isMeant(needed, person)) return
  await tell(
    act,
    person.id,
    'agreement_asked',
    `agreement ${id} ${act.at}`,
    { name: draft.bundle.lifeEvent.title },
    `/invitations/${id}`,
  )
}
