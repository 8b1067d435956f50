import { choice, id, index, int, moment, sealed, table, text, uniqueIndex } from '../columns.ts'
import type { ScreenTask } from '../../shared/screens/task.ts'

/** The second screen of a clerk (双屏): what it shows to whoever stands there, for the moment only. */
export const counterScreens = table(
  'counter_screens',
  {
    id: id().primaryKey(),
    clerkId: id().notNull(),
    /** What is typed once on the screen, as a keyed hash; empty once it was used or given up. */
    codeBlind: text().notNull(),
    codeUntil: moment().notNull(),
    /** The screen's own key, as a keyed hash; empty until it is paired. */
    keyBlind: text().notNull(),
    /** Paired until then. */
    until: moment().notNull(),
    /** The last sign of life, to within some seconds. */
    seenAt: moment().notNull(),
    /** What is shown; nothing of one person stays when the next comes. */
    task: sealed<ScreenTask | null>(),
    /** What was done with it: '' nothing yet. */
    outcome: choice(['', 'done', 'wrong'] as const).notNull(),
    /** The last push, touch or answer: long after it nothing is shown any more. */
    touchedAt: moment().notNull(),
    /** When the clerk has something new to see. */
    changedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex('counter_screens_clerk').on(t.clerkId),
    index('counter_screens_code').on(t.codeBlind),
    index('counter_screens_key').on(t.keyBlind),
    index('counter_screens_changed').on(t.changedAt),
  ],
)

/** What somebody signed by hand at a counter, kept with what it was about. */
export const counterSignatures = table(
  'counter_signatures',
  {
    id: id().primaryKey(),
    what: choice(['check', 'statement', 'receipt', 'delivery'] as const).notNull(),
    /** The draft, case or case item it is about. */
    subjectId: id().notNull(),
    /** The material or document of it; empty for all of it. */
    part: text().notNull(),
    /** The name and the strokes, as `signature` in shared/elements. */
    signature: sealed<string>().notNull(),
    /** Fingerprint of what was shown. */
    shown: text().notNull(),
    clerkId: id().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('counter_signatures_subject').on(t.subjectId, t.what, t.at)],
)
