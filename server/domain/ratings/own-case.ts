import type { Reader } from '#db'
import { Refusal } from '#shared/refusal.ts'
import type { Text } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { caseForRating } from '../cases/index.ts'
import type { RatingRow } from './store.ts'

/** A closed case and its owner, who may rate it. */
export type RatableCase = NonNullable<Awaited<ReturnType<typeof caseForRating>>> & { person: string }

/**
 * The actor's own closed case; somebody else's does not exist for them.
 * @throws Refusal not_found, not_ready (still open)
 */
export async function ownCase(
  { tx, actor }: Pick<Look, 'tx' | 'actor'>,
  caseNo: string,
): Promise<RatableCase> {
  const found = actor.kind === 'person' ? await caseForRating(tx, caseNo, actor.id) : undefined
  if (!found || actor.kind !== 'person') throw new Refusal('not_found')
  if (found.closedAt === 0) throw new Refusal('not_ready')
  return { ...found, person: actor.id }
}

/** The title of the life event a rating is about, as it was when the case was sent. */
export async function ratedTitle(
  reader: Reader,
  { caseNo, raterId }: Pick<RatingRow, 'caseNo' | 'raterId'>,
): Promise<Text> {
  const found = await caseForRating(reader, caseNo, raterId)
  if (!found) throw new Error(`a rating names the case ${caseNo}, which its rater does not have`)
  return found.title
}
