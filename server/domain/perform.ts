import { randomUUID } from 'node:crypto'
import { read, transaction } from '#db'
import { append } from './audit/index.ts'
import type { Act, AuditNote, Look } from './act.ts'
import { now } from './clock.ts'
import type { Actor } from '#shared/access/actor.ts'
import type { Lang } from '#shared/text.ts'

/** Who asks, when and under which trace. */
export interface Asking {
  actor: Actor
  at: number
  trace: string
  lang: Lang
}

/** An asking for work the product does by itself. */
export function asking(actor: Actor, at = now()): Asking {
  return { actor, at, trace: randomUUID(), lang: 'zh' }
}

/** Runs a writing act in one transaction and adds its audit lines to it. Answers after it is durable. */
export async function perform<T>(who: Asking, work: (act: Act) => Promise<T>): Promise<T> {
  let afterwards: (() => void)[] = []
  const answer = await transaction(async (tx) => {
    const notes: AuditNote[] = []
    const committed: (() => void)[] = []
    const { actor, at, trace, lang } = who
    const given = await work({
      actor,
      at,
      trace,
      lang,
      tx,
      note: (line) => notes.push(line),
      committed: (then) => committed.push(then),
    })
    await append(tx, who, notes)
    // A transaction that is tried again begins with none.
    afterwards = committed
    return given
  })
  for (const then of afterwards) then()
  return answer
}

/** Runs a reading act; when it looked at personal data, the trail has it before the answer leaves. */
export async function look<T>(who: Asking, work: (look: Look) => Promise<T>): Promise<T> {
  const notes: AuditNote[] = []
  const answer = await work({ ...who, tx: read(), note: (line) => notes.push(line) })
  if (notes.length > 0) await transaction((tx) => append(tx, who, notes))
  return answer
}
