import type { RatingPage } from '#shared/ratings/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { moveWork, workOf } from '../work/index.ts'
import { ownCase } from './own-case.ts'
import { readRating } from './read.ts'
import { ratingOfCase } from './store.ts'

/** The rater has seen what the department did: the rectification is closed. */
export async function acknowledge(act: Act, { caseNo }: { caseNo: string }): Promise<RatingPage> {
  const { id } = await ownCase(act, caseNo)
  const rating = await ratingOfCase(act.tx, id)
  const work = rating && (await workOf(act.tx, rating.id))
  if (!work) throw new Refusal('not_found')
  await moveWork(act, work, 'acknowledge')
  return readRating(act, { caseNo })
}
