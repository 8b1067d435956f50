import { blind, type Reader } from '#db'
import { neededAgreements, type NeededAgreement } from '#shared/agreements/needed.ts'
import type { AgreementLine, AgreementsView } from '#shared/agreements/views.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { ownDraft, type OpenDraft } from '../forms/index.ts'
import { agreementsOfDraft, type AgreementRow } from './store.ts'

/** Somebody who must agree, with the row of their invitation, if they were invited. */
export interface Asked {
  needed: NeededAgreement
  row: AgreementRow | undefined
  state: AgreementLine['state']
}

/** Everybody who must agree to a draft as it stands, and how far that is. */
export async function askedOf(reader: Reader, draft: OpenDraft): Promise<Asked[]> {
  const needed = neededAgreements(draft.bundle, draft.journey.facts, draft.row.agent !== '')
  if (needed.length === 0) return []
  const rows = await agreementsOfDraft(reader, draft.row.id)
  return needed.map((each) => {
    const personBlind = blind(each.residentId)
    const row = rows.find((other) => other.role === each.role && other.personBlind === personBlind)
    return { needed: each, row, state: stateOf(each, row) }
  })
}

/**
 * Whether somebody is the one who was named: a number with another's name may be any number, and who has it sees
 * nothing. Whoever invited reads the same either way.
 */
export function isMeant({ name }: Pick<NeededAgreement, 'name'>, person: { name: string }): boolean {
  return name.replace(/\s/g, '') === person.name.replace(/\s/g, '')
}

/** An agreement to other facts than those that stand there now is none. */
function stateOf({ shown }: NeededAgreement, row: AgreementRow | undefined): AgreementLine['state'] {
  if (!row) return 'to-invite'
  if (row.state === 'agreed' && JSON.stringify(row.shown) !== JSON.stringify(shown)) return 'changed'
  return row.state
}

/** For whoever fills the form in: who must agree, and who is missing. */
export async function agreementsOf(
  look: Look | Act,
  { draft: id }: { draft: string },
): Promise<AgreementsView> {
  const asked = await askedOf(look.tx, await ownDraft(look, id))
  return {
    lines: asked.map((each) => present(each, look.lang)),
    complete: asked.every(({ state }) => state === 'agreed'),
  }
}

function present({ needed, row, state }: Asked, lang: Lang): AgreementLine {
  return {
    id: row?.id ?? null,
    role: needed.role,
    title: say(needed.title, lang),
    name: needed.name,
    state,
    reason: state === 'declined' ? (row?.words ?? '') : '',
    invitedAt: row?.invitedAt ?? 0,
    remindedAt: row && row.remindedAt !== row.invitedAt ? row.remindedAt : 0,
    answeredAt: row?.answeredAt ?? 0,
  }
}

type Agreed = NonNullable<CaseContent['agreements']>[number]

/**
 * Who agreed to a draft, for the case it becomes; null while somebody is missing.
 */
export async function agreedFor(act: Act, draft: OpenDraft): Promise<Agreed[] | null> {
  const asked = await askedOf(act.tx, draft)
  if (asked.some(({ state }) => state !== 'agreed')) return null
  return asked.map(({ needed, row }) => ({
    role: needed.role,
    title: needed.title,
    name: needed.name,
    at: row?.answeredAt ?? act.at,
  }))
}
