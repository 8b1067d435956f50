import type { DeskQuestionView } from '#shared/exchange/report-view.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Text } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { departmentName } from '../catalog/index.ts'
import { moveWork, presentWork, workOf, workVisible, type WorkRow } from '../work/index.ts'
import { sayLaw } from './law-words.ts'
import { fieldName, itemName, resourceName } from './names.ts'
import { aroundOf, byOf, fieldsOf } from './present.ts'
import { lookById, type LogRow } from './store/log.ts'
import { questionByNo, updateQuestion, type QuestionRow } from './store/reports.ts'

interface Found {
  row: QuestionRow
  work: WorkRow
  look: LogRow
}

/** What stands at the desk for who looked when nobody did by hand. */
const BY_MACHINE = { zh: '系统自动查询', en: 'The system, by itself' } as const satisfies Text

/** A question as those see it who may answer it; every look is audited. */
export async function readQuestion(look: Look, { no }: { no: string }): Promise<DeskQuestionView> {
  const found = await find(look, no)
  look.note({ verb: 'lookupQuestion.read', subjectKind: 'lookupQuestion', subjectId: found.row.id })
  return present(found, look)
}

/** The department says why it looked; the person reads the words and is told. */
export async function answerQuestion(
  act: Act,
  { no, note }: { no: string; note: string },
): Promise<DeskQuestionView> {
  const { row, work, look } = await find(act, no)
  const moved = await moveWork(act, work, 'answer', { note })
  const change = { answer: note, answeredAt: act.at }
  await updateQuestion(act.tx, row.id, change)
  return present({ row: { ...row, ...change }, work: moved, look }, act)
}

async function find({ tx, actor }: Act | Look, no: string): Promise<Found> {
  const row = await questionByNo(tx, no)
  const work = row && (await workOf(tx, row.workId))
  const look = row && (await lookById(tx, row.lookupId))
  if (!row || !work || !look || !workVisible(work, actor)) throw new Refusal('not_found')
  return { row, work, look }
}

async function present({ row, work, look }: Found, reading: Act | Look): Promise<DeskQuestionView> {
  const { lang } = reading
  const { state, dueDay, daysLeft, provisional, moves } = presentWork(work, reading.actor, reading.at)
  const by = byOf(look, await aroundOf(reading, [look]), reading)
  return {
    no: row.no,
    question: row.question,
    askedAt: row.createdAt,
    resource: resourceName(look.resource, lang),
    provider: departmentName(look.provider, lang),
    facts: [...new Set(fieldsOf(look).map((field) => fieldName(look.resource, field, lang)))],
    lookedAt: look.at,
    item: itemName(look.item, lang),
    caseNo: look.matterNo,
    ground: { kind: look.groundKind, words: look.groundKind === 'law' ? sayLaw(look.ground, lang) : '' },
    by:
      by.kind === 'post'
        ? `${by.department} ${by.title}`
        : by.kind === 'outside'
          ? by.name
          : BY_MACHINE[lang],
    department: departmentName(look.unit, lang),
    state,
    answer: row.answer,
    answeredAt: row.answeredAt,
    dueDay,
    daysLeft,
    provisional,
    moves,
  }
}
