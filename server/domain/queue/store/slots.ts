import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { queueSlots } from '#db/schema/queue.ts'

/** One slot of a business at a hall. */
export interface SlotKey {
  hall: string
  business: string
  day: string
  time: string
}

/** Takes a place in a slot, unless all are taken; one statement, so it never holds more than its capacity. */
export async function takeSlot(tx: Tx, key: SlotKey, capacity: number): Promise<boolean> {
  if (capacity < 1) return false
  const taken = await tx
    .insert(queueSlots)
    .values({ ...key, taken: 1 })
    .onConflictDoUpdate({
      target: [queueSlots.hall, queueSlots.business, queueSlots.day, queueSlots.time],
      set: { taken: sql`${queueSlots.taken} + 1` },
      setWhere: lt(queueSlots.taken, capacity),
    })
    .returning({ taken: queueSlots.taken })
  return taken.length === 1
}

/** Gives a place back. */
export async function freeSlot(tx: Tx, key: SlotKey): Promise<void> {
  await tx
    .update(queueSlots)
    .set({ taken: sql`${queueSlots.taken} - 1` })
    .where(and(isSlot(key), gt(queueSlots.taken, 0)))
}

function isSlot({ hall, business, day, time }: SlotKey) {
  return and(
    eq(queueSlots.hall, hall),
    eq(queueSlots.business, business),
    eq(queueSlots.day, day),
    eq(queueSlots.time, time),
  )
}

/** How many places are taken on some days: `<day> <time>` → places. */
export async function takenOn(
  reader: Reader,
  hall: string,
  business: string,
  days: string[],
): Promise<Map<string, number>> {
  if (days.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(queueSlots)
    .where(and(eq(queueSlots.hall, hall), eq(queueSlots.business, business), inArray(queueSlots.day, days)))
  return new Map(rows.map(({ day, time, taken }) => [`${day} ${time}`, taken]))
}

export async function deleteSlotsBefore(tx: Tx, day: string): Promise<void> {
  await tx.delete(queueSlots).where(lt(queueSlots.day, day))
}
