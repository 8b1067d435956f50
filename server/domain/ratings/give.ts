import { dayOf } from '#shared/calendar/day.ts'
import { newId } from '#shared/id.ts'
import { isBad, LEVELS } from '#shared/ratings/levels.ts'
import { RECTIFICATION_DAYS } from '#shared/ratings/limits.ts'
import { rectificationNo } from '#shared/ratings/number.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { insertRating, type RatingRow } from './store.ts'

/** What somebody says. */
export interface Given {
  level: number
  tags: string[]
  text: string
}

/** What it is about, whose it is and where it was given. */
export type Rated = Pick<
  RatingRow,
  'about' | 'channel' | 'caseId' | 'caseNo' | 'lifeEvent' | 'unit' | 'raterId' | 'clerkId'
>

/**
 * Keeps a rating. Levels 1 and 2 open a rectification for the department that was rated.
 * @throws Refusal already_rated, invalid_input for tags of another level
 */
export async function giveRating(act: Act, { level, tags, text }: Given, rated: Rated): Promise<void> {
  if (!tags.every((code) => catalog().find('ratingTag', code)?.level === level)) {
    throw new Refusal('invalid_input', { problems: [{ field: 'tags', code: 'tags_of_other_level' }] })
  }
  const row: RatingRow = {
    id: newId(act.at),
    ...rated,
    level,
    tags: [...new Set(tags)],
    text,
    ratedAt: act.at,
    answer: null,
    answeredAt: null,
  }
  if (!(await insertRating(act.tx, row))) throw new Refusal('already_rated')
  act.note({ verb: 'rating.give', subjectKind: 'rating', subjectId: row.id, detail: { level } })
  if (isBad(level)) await openRectification(act, row)
}

/** Its number is its own and its label the level: the department must not find out who rated. */
async function openRectification(act: Act, row: RatingRow): Promise<void> {
  const day = dayOf(act.at)
  await openWork(act, [
    {
      id: row.id,
      kind: 'rectification',
      state: 'opened',
      unit: row.unit,
      parentId: row.id,
      no: rectificationNo(day, await nextNumber(act.tx, `rectification.${day}`)),
      topic: row.lifeEvent,
      label: `${row.level}/${LEVELS.length}`,
      ownerId: row.raterId,
      clock: { name: 'contact', days: RECTIFICATION_DAYS.contact },
    },
  ])
  act.note({ verb: 'rectification.open', subjectKind: 'rectification', subjectId: row.id })
}
