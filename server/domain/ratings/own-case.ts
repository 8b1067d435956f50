import type { Reader } from '#db'
import { VISIT } from '#shared/ratings/visit.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Text } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { caseForRating, type RatedCase } from '../cases/index.ts'
import { ratingOfCase, type RatingRow } from './store.ts'

/** A closed case, or a rated visit, and the person whose it is. */
export type RatableCase = RatedCase & { person: string }

/**
 * The actor's own closed case; somebody else's does not exist for them.
 * @throws Refusal not_found, not_ready (still open)
 */
export async function ownCase(
  { tx, actor }: Pick<Look, 'tx' | 'actor'>,
  caseNo: string,
): Promise<RatableCase> {
  const found =
    actor.kind === 'person'
      ? ((await caseForRating(tx, caseNo, actor.id)) ?? (await ownVisit(tx, caseNo, actor.id)))
      : undefined
  if (!found || actor.kind !== 'person') throw new Refusal('not_found')
  if (found.closedAt === 0) throw new Refusal('not_ready')
  return { ...found, person: actor.id }
}

/** A visit to a counter that its visitor rated there: it is read as a case's rating is. */
async function ownVisit(reader: Reader, no: string, person: string): Promise<RatedCase | undefined> {
  const row = no.startsWith('V-') ? await ratingOfCase(reader, no.slice('V-'.length)) : undefined
  if (!row || row.about !== 'visit' || row.raterId !== person) return undefined
  const { caseId: id, lifeEvent, unit: department, ratedAt: closedAt } = row
  return { id, no, lifeEvent, title: VISIT, department, closedAt }
}

/** The title of what a rating is about: of a case, as it was when the case was sent. */
export async function ratedTitle(
  reader: Reader,
  { about, caseNo, raterId }: Pick<RatingRow, 'about' | 'caseNo' | 'raterId'>,
): Promise<Text> {
  if (about === 'visit') return VISIT
  const found = await caseForRating(reader, caseNo, raterId)
  if (!found) throw new Error(`a rating names the case ${caseNo}, which its rater does not have`)
  return found.title
}
