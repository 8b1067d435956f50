import { blind } from '#db'
import { readShown, type NeededAgreement } from '#shared/agreements/needed.ts'
import type { InvitationLine, InvitationView } from '#shared/agreements/views.ts'
import { PRINCIPAL } from '#shared/agreements/principal.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { draftOfOther, type OpenDraft } from '../forms/index.ts'
import { personOf, type Person } from '../identity/index.ts'
import { askedOf, isMeant } from './of-draft.ts'
import { agreementRow, agreementsOfPerson, type AgreementRow } from './store.ts'

/** An invitation with the person who is asked, what they are asked, and the draft it is about. */
export interface Invitation {
  row: AgreementRow
  person: Person
  draft: OpenDraft
  needed: NeededAgreement | undefined
}

/** The invitation of the person who acts. Others' invitations, and withdrawn ones, do not exist for them. */
export async function ownInvitation(act: Act | Look, id: string): Promise<Invitation> {
  const person = act.actor.kind === 'person' ? await personOf(act.tx, act.actor.id) : undefined
  const row = await agreementRow(act.tx, id)
  if (!person || !row || row.personBlind !== blind(person.residentId) || row.state === 'withdrawn')
    throw new Refusal('not_found')
  const draft = await draftOfOther(act, row.draftId)
  if (!draft) throw new Refusal('not_found')
  const asked = (await askedOf(act.tx, draft)).find((each) => each.row?.id === id)
  return { row, person, draft, needed: asked && isMeant(asked.needed, person) ? asked.needed : undefined }
}

/** What the person who looks is asked to agree to. */
export async function ownInvitations(look: Look): Promise<InvitationLine[]> {
  const person = look.actor.kind === 'person' ? await personOf(look.tx, look.actor.id) : undefined
  if (!person) return []
  const rows = await agreementsOfPerson(look.tx, blind(person.residentId))
  const open = rows.filter((row) => row.state === 'invited')
  const lines = await Promise.all(
    open.map(async (row) => {
      const draft = await draftOfOther(look, row.draftId)
      if (draft?.row.state !== 'open') return []
      const asked = await askedOf(look.tx, draft)
      if (!asked.some((each) => each.row?.id === row.id && isMeant(each.needed, person))) return []
      return {
        id: row.id,
        title: say(draft.bundle.lifeEvent.title, look.lang),
        role: roleOf(draft, row.role, look),
        from: await nameOf(look, row.inviterId),
        at: row.invitedAt,
      }
    }),
  )
  return lines.flat()
}

/** One invitation: their part of the application and what they are asked to agree to. */
export async function readInvitation(
  look: Look | Act,
  { agreement: id }: { agreement: string },
): Promise<InvitationView> {
  const { row, person, draft, needed } = await ownInvitation(look, id)
  look.note({ verb: 'agreements.read', subjectKind: 'agreement', subjectId: id })
  const sent = draft.row.state !== 'open'
  return {
    id,
    title: say(draft.bundle.lifeEvent.title, look.lang),
    role: roleOf(draft, row.role, look),
    from: await nameOf(look, row.inviterId),
    name: person.name,
    state: row.state !== 'invited' ? row.state : sent ? 'sent' : needed ? 'invited' : 'not-needed',
    statement: needed ? say(needed.statement, look.lang) : '',
    facts: needed && !sent ? readShown(draft.bundle, needed.shown, look.lang) : [],
  }
}

function roleOf({ bundle }: OpenDraft, code: string, { lang }: Look | Act): string {
  const participants = [...(bundle.lifeEvent.participants ?? []), PRINCIPAL]
  const participant = participants.find((each) => each.code === code)
  return participant ? say(participant.title, lang) : ''
}

async function nameOf(look: Look | Act, personId: string): Promise<string> {
  if (personId === '') return look.lang === 'zh' ? '窗口工作人员' : 'The service counter'
  return (await personOf(look.tx, personId))?.name ?? ''
}
