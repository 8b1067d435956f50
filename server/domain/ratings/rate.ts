import type { RatingInput } from '#shared/contract/ratings.ts'
import type { RatingPage } from '#shared/ratings/views.ts'
import type { Act } from '../act.ts'
import { giveRating } from './give.ts'
import { ownCase } from './own-case.ts'
import { readRating } from './read.ts'

/**
 * The owner of a closed case rates it, once. Levels 1 and 2 open a rectification for the department of the case.
 * @throws Refusal not_found (not a closed case of one's own), already_rated, invalid_input
 */
export async function rate(act: Act, input: RatingInput): Promise<RatingPage> {
  const { person, ...rated } = await ownCase(act, input.caseNo)
  await giveRating(act, input, {
    about: 'case',
    channel: 'online',
    caseId: rated.id,
    caseNo: rated.no,
    lifeEvent: rated.lifeEvent,
    unit: rated.department,
    raterId: person,
    clerkId: '',
  })
  return readRating(act, { caseNo: rated.no })
}
