import { isLevel } from '#shared/ratings/levels.ts'
import type { RatingPage, TagChoice } from '#shared/ratings/views.ts'
import { say, type Lang } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'
import { ownCase } from './own-case.ts'
import { presentRating, type Reading } from './present.ts'
import { ratingOfCase } from './store.ts'

/** The page of a rating: given, with what the department did about it, or still to give. */
export async function readRating(look: Reading, { caseNo }: { caseNo: string }): Promise<RatingPage> {
  const { id, no, title, closedAt } = await ownCase(look, caseNo)
  const row = await ratingOfCase(look.tx, id)
  return {
    caseNo: no,
    visit: row?.about === 'visit',
    title: say(title, look.lang),
    closedAt,
    tags: row ? [] : tagChoices(look.lang),
    rating: row ? await presentRating(row, look) : null,
  }
}

/** The tags of the national list, by their codes. */
export function tagChoices(lang: Lang): TagChoice[] {
  return catalog()
    .all('ratingTag')
    .toSorted((one, other) => one.code.localeCompare(other.code))
    .flatMap(({ code, level, label }) => (isLevel(level) ? [{ code, level, label: say(label, lang) }] : []))
}
