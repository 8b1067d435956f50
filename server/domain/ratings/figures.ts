import type { Reader } from '#db'
import { isBad, isSatisfied } from '#shared/ratings/levels.ts'
import type { RatingFigures } from '#shared/ratings/views.ts'
import { countByLevel } from './store.ts'

/** The public figures of all ratings, or of those of one life event, domain.md §4.6. */
export async function ratingFigures(reader: Reader, lifeEvent?: string): Promise<RatingFigures> {
  const levels = await countByLevel(reader, lifeEvent)
  const sum = (rows: typeof levels, of: 'count' | 'answered') =>
    rows.reduce((total, row) => total + row[of], 0)
  const bad = levels.filter(({ level }) => isBad(level))
  return {
    count: sum(levels, 'count'),
    satisfied: sum(
      levels.filter(({ level }) => isSatisfied(level)),
      'count',
    ),
    bad: sum(bad, 'count'),
    rectified: sum(bad, 'answered'),
  }
}
