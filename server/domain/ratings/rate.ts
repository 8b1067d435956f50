import { dayOf } from '#shared/calendar/day.ts'
import type { RatingInput } from '#shared/contract/ratings.ts'
import { newId } from '#shared/id.ts'
import { isBad, LEVELS } from '#shared/ratings/levels.ts'
import { RECTIFICATION_DAYS } from '#shared/ratings/limits.ts'
import { rectificationNo } from '#shared/ratings/number.ts'
import type { RatingPage } from '#shared/ratings/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { ownCase } from './own-case.ts'
import { readRating } from './read.ts'
import { insertRating, type RatingRow } from './store.ts'

/**
 * The owner of a closed case rates it, once. Levels 1 and 2 open a rectification for the department of the case.
 * @throws Refusal not_found (not a closed case of one's own), already_rated, invalid_input
 */
export async function rate(act: Act, input: RatingInput): Promise<RatingPage> {
  const { person, ...rated } = await ownCase(act, input.caseNo)
  if (!input.tags.every((code) => catalog().find('ratingTag', code)?.level === input.level)) {
    throw new Refusal('invalid_input', { problems: [{ field: 'tags', code: 'tags_of_other_level' }] })
  }
  const row: RatingRow = {
    id: newId(act.at),
    caseId: rated.id,
    caseNo: rated.no,
    lifeEvent: rated.lifeEvent,
    unit: rated.department,
    raterId: person,
    level: input.level,
    tags: [...new Set(input.tags)],
    text: input.text,
    ratedAt: act.at,
    answer: null,
    answeredAt: null,
  }
  if (!(await insertRating(act.tx, row))) throw new Refusal('already_rated')
  act.note({ verb: 'rating.give', subjectKind: 'rating', subjectId: row.id, detail: { level: row.level } })
  if (isBad(row.level)) await openRectification(act, row)
  return readRating(act, { caseNo: row.caseNo })
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
