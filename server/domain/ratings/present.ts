import type { GivenRating, RectificationProgress } from '#shared/ratings/views.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { presentWork, timeline, workOf, type WorkRow } from '../work/index.ts'
import type { RatingRow } from './store.ts'

/** Who reads, when and in which language. */
export type Reading = Pick<Look, 'tx' | 'actor' | 'at' | 'lang'>

/** A rating as its rater sees it, with what the department did about a bad one. */
export async function presentRating(row: RatingRow, look: Reading): Promise<GivenRating> {
  const work = await workOf(look.tx, row.id)
  return {
    level: row.level,
    tags: tagsOf(row, look.lang),
    text: row.text,
    ratedAt: row.ratedAt,
    answer: row.answer,
    answeredAt: row.answeredAt,
    rectification: work ? await presentRectification(work, look) : null,
  }
}

/** How far a rectification is; the same for rater and department. */
export async function presentRectification(
  work: WorkRow,
  { tx, actor, at, lang }: Reading,
): Promise<RectificationProgress> {
  const { state, dueDay, moves } = presentWork(work, actor, at)
  const events = await timeline(tx, work.id)
  return {
    state,
    department: say(catalog().one('department', work.unit).name, lang),
    dueDay,
    timeline: events.map(({ move, at: moment, note }) => ({ move, at: moment, note })),
    moves,
  }
}

/** The words of a rating's tags; a tag withdrawn since has none. */
export function tagsOf({ tags }: Pick<RatingRow, 'tags'>, lang: Lang): string[] {
  return tags.flatMap((code) => {
    const tag = catalog().find('ratingTag', code)
    return tag ? [say(tag.label, lang)] : []
  })
}
