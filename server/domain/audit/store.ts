import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { insertRows, prepared, type Reader, type Tx } from '#db'
import { auditEntries, auditHeads } from '#db/schema/audit.ts'

export type AuditRow = typeof auditEntries.$inferSelect

/** The last link of a chain. */
export interface Head {
  seq: number
  hash: string
}

export async function headOf(tx: Tx, chain: number): Promise<Head | undefined> {
  const query = prepared(tx, 'audit.head', (on) =>
    on
      .select()
      .from(auditHeads)
      .where(eq(auditHeads.chain, sql.placeholder('chain')))
      .prepare(),
  )
  const [head] = await query.execute({ chain })
  return head
}

/** Moves a head on, if nobody else did meanwhile. */
export async function moveHead(tx: Tx, chain: number, from: Head, to: Head): Promise<boolean> {
  const query = prepared(tx, 'audit.moveHead', (on) =>
    on
      .update(auditHeads)
      .set({ seq: sql`${sql.placeholder('to')}`, hash: sql`${sql.placeholder('hash')}` })
      .where(
        and(
          eq(auditHeads.chain, sql.placeholder('chain')),
          eq(auditHeads.seq, sql.placeholder('fromSeq')),
          eq(auditHeads.hash, sql.placeholder('fromHash')),
        ),
      )
      .returning({ chain: auditHeads.chain })
      .prepare(),
  )
  const moved = await query.execute({
    chain,
    fromSeq: from.seq,
    fromHash: from.hash,
    to: to.seq,
    hash: to.hash,
  })
  return moved.length === 1
}

/** Starts a chain; loses silently against another that started it at the same time. */
export async function startChain(tx: Tx, chain: number, hash: string): Promise<void> {
  await tx.insert(auditHeads).values({ chain, seq: 0, hash }).onConflictDoNothing()
}

export async function insertEntries(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  await insertRows(tx, 'audit.entries', auditEntries, rows)
}

export async function entriesOf(
  reader: Reader,
  chain: number,
  after: number,
  limit: number,
): Promise<AuditRow[]> {
  return reader
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.chain, chain), gt(auditEntries.seq, after)))
    .orderBy(asc(auditEntries.seq))
    .limit(limit)
}

export async function allHeads(reader: Reader) {
  return reader.select().from(auditHeads).orderBy(asc(auditHeads.chain))
}

/** Lines of one verb after an id, in order. */
export async function entriesWithVerb(
  reader: Reader,
  verb: string,
  after: string,
  limit: number,
): Promise<AuditRow[]> {
  return reader
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.verb, verb), gt(auditEntries.id, after)))
    .orderBy(asc(auditEntries.id))
    .limit(limit)
}

/** The newest lines, or those older than a line. */
export async function latestEntries(reader: Reader, limit: number, before?: string): Promise<AuditRow[]> {
  return reader
    .select()
    .from(auditEntries)
    .where(before ? lt(auditEntries.id, before) : undefined)
    .orderBy(desc(auditEntries.id))
    .limit(limit)
}
