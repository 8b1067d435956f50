import { choice, id, index, moment, sealed, table, text, uniqueIndex } from '../columns.ts'

/** A hotline ticket's content; where it stands is its work item, which has the same id. */
export const tickets = table(
  'tickets',
  {
    id: id().primaryKey(),
    no: text().notNull(),
    kind: text().notNull(),
    category: text().notNull(),
    channel: choice(['web', 'phone', 'counter'] as const).notNull(),
    callerId: id().notNull(),
    content: sealed<{ title: string; text: string; place: string; expectation: string }>().notNull(),
    caller: sealed<{ name: string; phone: string }>().notNull(),
    secret: choice(['yes', 'no'] as const).notNull(),
    filedAt: moment().notNull(),
    reply: sealed<string | null>(),
    repliedAt: moment(),
    callBack: sealed<{ contacted: boolean; solved: boolean; satisfied: number; remark: string } | null>(),
  },
  (t) => [uniqueIndex('tickets_no').on(t.no), index('tickets_caller').on(t.callerId, t.no)],
)
