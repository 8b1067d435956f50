import { addDays, momentOf } from '#shared/calendar/day.ts'
import { RECTIFICATION_DAYS } from '#shared/ratings/limits.ts'
import type { DeskRectification } from '#shared/ratings/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { moveWork, presentWork, workOf, workVisible, type MoveInput, type WorkRow } from '../work/index.ts'
import { ratedTitle } from './own-case.ts'
import { presentRectification, tagsOf, type Reading } from './present.ts'
import { ratingById, setAnswer, type RatingRow } from './store.ts'

interface Rectification {
  row: RatingRow
  work: WorkRow
}

/** A bad rating as the department sees it; every look is audited. */
export async function readRectification(look: Look, { id }: { id: string }): Promise<DeskRectification> {
  const found = await find(look, id)
  look.note({ verb: 'rectification.read', subjectKind: 'rectification', subjectId: id })
  return presentForDesk(found, look)
}

/** The department has turned to the rater; what it wrote is read in the portal. Five days to put it right begin. */
export async function contactRater(
  act: Act,
  { id, note }: { id: string; note: string },
): Promise<DeskRectification> {
  const { row, work } = await move(act, id, 'contact', { note, days: RECTIFICATION_DAYS.fix })
  return presentForDesk({ row, work }, act)
}

/** The department says what it did about it. If the rater says nothing, it ends by itself after the last clock. */
export async function answerRectification(
  act: Act,
  { id, note }: { id: string; note: string },
): Promise<DeskRectification> {
  const { row, work } = await move(act, id, 'answer', { note, days: RECTIFICATION_DAYS.acknowledge })
  await setAnswer(act.tx, id, note, act.at)
  await enqueue(act, {
    kind: 'ratings.acknowledge',
    key: id,
    payload: { workId: id },
    runAt: momentOf(addDays(work.dueDay, 1)),
  })
  return presentForDesk({ row: { ...row, answer: note, answeredAt: act.at }, work }, act)
}

async function move(act: Act, id: string, name: string, input: MoveInput): Promise<Rectification> {
  const { row, work } = await find(act, id)
  return { row, work: await moveWork(act, work, name, input) }
}

async function find({ tx, actor }: Reading, id: string): Promise<Rectification> {
  const [row, work] = [await ratingById(tx, id), await workOf(tx, id)]
  if (!row || work?.kind !== 'rectification' || !workVisible(work, actor)) throw new Refusal('not_found')
  return { row, work }
}

async function presentForDesk({ row, work }: Rectification, reading: Reading): Promise<DeskRectification> {
  const { daysLeft, provisional } = presentWork(work, reading.actor, reading.at)
  return {
    ...(await presentRectification(work, reading)),
    id: row.id,
    no: work.no,
    title: say(await ratedTitle(reading.tx, row), reading.lang),
    level: row.level,
    tags: tagsOf(row, reading.lang),
    text: row.text,
    ratedAt: row.ratedAt,
    answer: row.answer,
    answeredAt: row.answeredAt,
    daysLeft,
    provisional,
  }
}
