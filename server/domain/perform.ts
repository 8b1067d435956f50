import { randomUUID } from 'node:crypto'
import { read, transaction } from '#db'
import { append } from './audit/index.ts'
import type { Act, AuditNote, Look } from './act.ts'
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
export function asking(actor: Actor, at = Date.now()): Asking {
  return { actor, at, trace: randomUUID(), lang: 'zh' }
}

/** Runs a writing act in one transaction and adds its audit lines to it. Answers after it is durable. */
export function perform<T>(who: Asking, work: (act: Act) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    const notes: AuditNote[] = []
    const act: Act = { ...who, tx, note: (line) => notes.push(line) }
    const answer = await work(act)
    await append(tx, who, notes)
    return answer
  })
}

/** Runs a reading act; when it looked at personal data, the trail has it before the answer leaves. */
export async function look<T>(who: Asking, work: (look: Look) => Promise<T>): Promise<T> {
  const notes: AuditNote[] = []
  const answer = await work({ ...who, tx: read(), note: (line) => notes.push(line) })
  if (notes.length > 0) await transaction((tx) => append(tx, who, notes))
  return answer
}
