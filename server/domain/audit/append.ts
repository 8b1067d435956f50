import type { Tx } from '#db'
import { actorId, type Actor } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import type { AuditNote } from '../act.ts'
import { FIRST_LINK, link } from './link.ts'
import { headOf, insertEntries, moveHead, startChain, type AuditRow, type Head } from './store.ts'

/** Several chains, so that writers on PostgreSQL do not all wait for one head. */
const CHAINS = 8

/** Writes the notes of one act to the end of one chain. */
export async function append(
  tx: Tx,
  context: { actor: Actor; at: number; trace: string },
  notes: readonly AuditNote[],
): Promise<void> {
  if (notes.length === 0) return
  const chain = chainOf(context.trace)
  for (let head = heads.get(chain); ; head = await headOf(tx, chain)) {
    if (!head) {
      await startChain(tx, chain, FIRST_LINK)
      continue
    }
    const rows = chained(context, notes, chain, head)
    const last = rows.at(-1)
    if (last && (await moveHead(tx, chain, head, last))) {
      await insertEntries(tx, rows)
      heads.set(chain, { seq: last.seq, hash: last.hash })
      return
    }
  }
}

/**
 * Where this process believes the chains end, which saves reading them. It is wrong when an act failed after it wrote
 * here or another process wrote: then the head does not move, since its hash is compared too, and is read.
 */
const heads = new Map<number, Head>()

function chained(
  context: { actor: Actor; at: number; trace: string },
  notes: readonly AuditNote[],
  chain: number,
  head: Head,
): AuditRow[] {
  let previous = head.hash
  return notes.map((note, i) => {
    const line = {
      id: newId(context.at),
      chain,
      seq: head.seq + 1 + i,
      at: context.at,
      actorKind: context.actor.kind,
      actorId: actorId(context.actor),
      verb: note.verb,
      subjectKind: note.subjectKind,
      subjectId: note.subjectId,
      detail: { ...standingIn(context.actor), ...note.detail },
      trace: context.trace,
    }
    previous = link(previous, line)
    return { ...line, hash: previous }
  })
}

/** Whose rights somebody had besides their own. */
function standingIn(actor: Actor): Record<string, unknown> {
  const absent = actor.kind === 'staff' ? actor.standsInFor : undefined
  return absent ? { standsInFor: absent.map(({ id }) => id) } : {}
}

function chainOf(trace: string): number {
  return (trace.codePointAt(trace.length - 1) ?? 0) % CHAINS
}
