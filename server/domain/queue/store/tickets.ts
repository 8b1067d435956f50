import { and, asc, count, desc, eq, gt, inArray, lt, lte, ne, or, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { queueTickets } from '#db/schema/queue.ts'

export type TicketRow = typeof queueTickets.$inferSelect

/** A hall's line of one day. */
export interface LineKey {
  hall: string
  day: string
}

export async function insertTicket(tx: Tx, row: TicketRow): Promise<void> {
  await tx.insert(queueTickets).values(row)
}

export async function ticketById(reader: Reader, id: string): Promise<TicketRow | undefined> {
  const [row] = await reader.select().from(queueTickets).where(eq(queueTickets.id, id))
  return row
}

export async function ticketOfAppointment(reader: Reader, id: string): Promise<TicketRow | undefined> {
  const [row] = await reader.select().from(queueTickets).where(eq(queueTickets.appointmentId, id))
  return row
}

/** Changes a ticket if it still has the version it was read with. */
export async function updateTicket(tx: Tx, row: TicketRow, change: Partial<TicketRow>): Promise<boolean> {
  const changed = await tx
    .update(queueTickets)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(queueTickets.id, row.id), eq(queueTickets.version, row.version)))
    .returning({ id: queueTickets.id })
  return changed.length === 1
}

function inLine({ hall, day }: LineKey): SQL | undefined {
  return and(eq(queueTickets.hall, hall), eq(queueTickets.day, day))
}

/** Which part of a line a counter looks at. */
export interface Part {
  businesses: string[]
  counter: string
  /** Sent on to this counter alone. */
  own?: true
  lane?: 'appointment' | 'walkIn'
  priority?: boolean
  /** Appointments whose slot begins later than this moment, or not. */
  early?: { at: number; is: boolean }
}

/** The first who waits in a part of the line. */
export async function headOf(reader: Reader, key: LineKey, part: Part): Promise<TicketRow | undefined> {
  const { businesses, counter, own, lane, priority, early } = part
  const [row] = await reader
    .select()
    .from(queueTickets)
    .where(
      and(
        inLine(key),
        eq(queueTickets.state, 'waiting'),
        eq(queueTickets.onlyCounter, own ? counter : ''),
        own ? undefined : inArray(queueTickets.business, businesses),
        lane && eq(queueTickets.lane, lane),
        priority === undefined
          ? undefined
          : priority
            ? ne(queueTickets.priority, '')
            : eq(queueTickets.priority, ''),
        early && (early.is ? gt : lte)(queueTickets.slotAt, early.at),
      ),
    )
    .orderBy(asc(queueTickets.since), asc(queueTickets.id))
    .limit(1)
  return row
}

/** Who waits for a counter: sent on to it alone, or to any that takes the business. */
function waitsFor(key: LineKey, { businesses, counter }: Pick<Part, 'businesses' | 'counter'>) {
  const { business, onlyCounter } = queueTickets
  return and(
    inLine(key),
    eq(queueTickets.state, 'waiting'),
    inArray(business, businesses),
    or(eq(onlyCounter, ''), eq(onlyCounter, counter)),
  )
}

/** Those who wait for a counter, by their place in the line. */
export async function lineOf(
  reader: Reader,
  key: LineKey,
  part: Pick<Part, 'businesses' | 'counter'>,
  limit: number,
): Promise<TicketRow[]> {
  return reader
    .select()
    .from(queueTickets)
    .where(waitsFor(key, part))
    .orderBy(asc(queueTickets.since), asc(queueTickets.id))
    .limit(limit)
}

/** How many they are. */
export async function lengthOf(
  reader: Reader,
  key: LineKey,
  part: Pick<Part, 'businesses' | 'counter'>,
): Promise<number> {
  const [row] = await reader.select({ length: count() }).from(queueTickets).where(waitsFor(key, part))
  return row?.length ?? 0
}

/** Tickets of a line in some states, by their place in it. */
export async function ticketsIn(
  reader: Reader,
  key: LineKey,
  states: TicketRow['state'][],
  businesses: string[],
  limit: number,
): Promise<TicketRow[]> {
  return reader
    .select()
    .from(queueTickets)
    .where(and(inLine(key), inArray(queueTickets.state, states), inArray(queueTickets.business, businesses)))
    .orderBy(asc(queueTickets.since), asc(queueTickets.id))
    .limit(limit)
}

/** The ticket that a clerk has in hand. */
export async function ticketInHand(
  reader: Reader,
  key: LineKey,
  counter: string,
): Promise<TicketRow | undefined> {
  const [row] = await reader
    .select()
    .from(queueTickets)
    .where(
      and(inLine(key), inArray(queueTickets.state, ['called', 'serving']), eq(queueTickets.counter, counter)),
    )
    .limit(1)
  return row
}

/** The tickets called last, for the screen. */
export async function lastCalled(reader: Reader, key: LineKey, limit: number): Promise<TicketRow[]> {
  return reader
    .select()
    .from(queueTickets)
    .where(and(inLine(key), inArray(queueTickets.state, ['called', 'serving'])))
    .orderBy(desc(queueTickets.lastCallAt))
    .limit(limit)
}

/** How many wait for each business. */
export async function waitingCounts(reader: Reader, key: LineKey): Promise<Map<string, number>> {
  const rows = await reader
    .select({ business: queueTickets.business, count: count() })
    .from(queueTickets)
    .where(and(inLine(key), eq(queueTickets.state, 'waiting')))
    .groupBy(queueTickets.business)
  return new Map(rows.map((row) => [row.business, row.count]))
}

/** Whoever was sent on to a counter may be called by every other of the business. */
export async function freeOfCounter(tx: Tx, key: LineKey, counter: string): Promise<void> {
  await tx
    .update(queueTickets)
    .set({ onlyCounter: '' })
    .where(and(inLine(key), eq(queueTickets.state, 'waiting'), eq(queueTickets.onlyCounter, counter)))
}

/** Ends what days before left open: whoever was served was served, nobody else came to it. */
export async function endBefore(tx: Tx, day: string, at: number): Promise<void> {
  const open = (states: TicketRow['state'][]) =>
    and(lt(queueTickets.day, day), inArray(queueTickets.state, states))
  await tx
    .update(queueTickets)
    .set({ state: 'done', endedAt: at })
    .where(open(['serving']))
  await tx
    .update(queueTickets)
    .set({ state: 'cancelled', endedAt: at })
    .where(open(['waiting', 'called', 'missed']))
}

export async function deleteTicketsBefore(tx: Tx, day: string): Promise<void> {
  await tx.delete(queueTickets).where(lt(queueTickets.day, day))
}
