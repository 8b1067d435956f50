import type { QuestionView } from '#shared/exchange/my-view.ts'
import type { Act, Look } from '../act.ts'
import { departmentName } from '../catalog/index.ts'
import { presentWork, workOf } from '../work/index.ts'
import type { QuestionRow } from './store/reports.ts'

/** A question as whoever asked it reads it. */
export async function presentQuestion(act: Act | Look, row: QuestionRow): Promise<QuestionView> {
  const work = await workOf(act.tx, row.workId)
  return {
    no: row.no,
    question: row.question,
    askedAt: row.createdAt,
    department: work ? departmentName(work.unit, act.lang) : '',
    dueDay: work ? presentWork(work, act.actor, act.at).dueDay : null,
    answer: row.answer,
    answeredAt: row.answeredAt,
  }
}
