import type { Reader, Tx } from '#db'
import type { Actor } from '#shared/access/actor.ts'
import type { Lang } from '#shared/text.ts'

/** One line of the audit trail: what was done or looked at. Detail holds no personal data. */
export interface AuditNote {
  verb: string
  subjectKind: string
  subjectId: string
  detail?: Record<string, unknown>
}

/** Who acts, when, under which trace. Time enters the domain here and nowhere else. */
export interface Context {
  actor: Actor
  /** Epoch milliseconds. */
  at: number
  trace: string
  lang: Lang
  /** Writes a line into the audit trail, in the same transaction. */
  note(line: AuditNote): void
}

/** A reading act: sees committed data. */
export interface Look extends Context {
  tx: Reader
}

/** A writing act: everything in it becomes durable together, before the answer. */
export interface Act extends Context {
  tx: Tx
  /** Does something in this process's memory once the act is durable, and never when it failed. */
  committed(then: () => void): void
}
