import { dayOf } from '#shared/calendar/day.ts'
import { maskName } from '#shared/elements/types/person-name.ts'
import { questionNo, REPORT_DAYS } from '#shared/exchange/report-rules.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { personOf } from '../identity/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { answeringUnit } from './office.ts'
import { ownLook, readerOf } from './subject.ts'
import { insertQuestion, questionOn, type QuestionRow } from './store/reports.ts'

/**
 * Somebody asks why their facts were looked at. The department that looked has five working days to answer. Asked
 * twice it is one question.
 * @throws Refusal not_found for a look-up about somebody else
 */
export async function askWhy(
  act: Act,
  { lookup, question }: { lookup: string; question: string },
): Promise<{ lookup: string; no: string }> {
  const { row: look } = await ownLook(act, lookup)
  const personId = readerOf(act)
  const before = await questionOn(act.tx, look.id, personId)
  if (before) return { lookup, no: before.no }
  const person = await personOf(act.tx, personId)
  const day = dayOf(act.at)
  const id = newId(act.at)
  const row: QuestionRow = {
    id,
    workId: id,
    no: questionNo(day, await nextNumber(act.tx, `lookupQuestion.${day}`)),
    lookupId: look.id,
    personId,
    question,
    answer: null,
    createdAt: act.at,
    answeredAt: 0,
  }
  // A post at the same moment was faster.
  if (!(await insertQuestion(act.tx, row))) throw new Refusal('changed_meanwhile')
  await openWork(act, [
    {
      id,
      kind: 'lookupQuestion',
      state: 'asked',
      unit: await answeringUnit(act.tx, look.unit),
      parentId: look.id,
      no: row.no,
      topic: look.resource,
      label: maskName(person?.name ?? ''),
      ownerId: personId,
      clock: { name: 'answer', days: REPORT_DAYS.answer },
    },
  ])
  act.note({
    verb: 'lookupQuestion.ask',
    subjectKind: 'lookupQuestion',
    subjectId: id,
    detail: { no: row.no },
  })
  return { lookup, no: row.no }
}
