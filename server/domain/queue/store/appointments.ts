import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { appointments } from '#db/schema/queue.ts'

export type AppointmentRow = typeof appointments.$inferSelect

/** Adds an appointment; false when its number or what it holds is taken. */
export async function insertAppointment(tx: Tx, row: AppointmentRow): Promise<boolean> {
  const added = await tx
    .insert(appointments)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: appointments.id })
  return added.length === 1
}

export async function appointmentByNo(reader: Reader, no: string): Promise<AppointmentRow | undefined> {
  const [row] = await reader.select().from(appointments).where(eq(appointments.no, no))
  return row
}

export async function appointmentById(reader: Reader, id: string): Promise<AppointmentRow | undefined> {
  const [row] = await reader.select().from(appointments).where(eq(appointments.id, id))
  return row
}

/** What holds a person's place for a business on a day. */
export async function appointmentHolding(reader: Reader, holds: string): Promise<AppointmentRow | undefined> {
  const [row] = await reader.select().from(appointments).where(eq(appointments.holds, holds))
  return row
}

/** A person's appointments, the latest day first. */
export async function appointmentsOf(reader: Reader, personBlind: string): Promise<AppointmentRow[]> {
  return reader
    .select()
    .from(appointments)
    .where(eq(appointments.personBlind, personBlind))
    .orderBy(desc(appointments.day), desc(appointments.time))
    .limit(50)
}

/** The days on which a person stayed away, from a day on. */
export async function absencesOf(reader: Reader, personBlind: string, from: string): Promise<string[]> {
  const rows = await reader
    .select({ day: appointments.day })
    .from(appointments)
    .where(
      and(
        eq(appointments.personBlind, personBlind),
        gte(appointments.day, from),
        eq(appointments.state, 'absent'),
      ),
    )
  return rows.map(({ day }) => day)
}

/** Everybody who has an appointment at a hall on a day, by time. */
export async function appointmentsAt(reader: Reader, hall: string, day: string): Promise<AppointmentRow[]> {
  return reader
    .select()
    .from(appointments)
    .where(and(eq(appointments.hall, hall), eq(appointments.day, day)))
    .orderBy(asc(appointments.time), asc(appointments.id))
    .limit(1000)
}

/** Booked ones on a day whose reminder did not go out, so many at a time. */
export async function toRemind(reader: Reader, day: string, limit: number): Promise<AppointmentRow[]> {
  return reader
    .select()
    .from(appointments)
    .where(and(eq(appointments.state, 'booked'), eq(appointments.day, day), eq(appointments.remindedAt, 0)))
    .limit(limit)
}

/** Booked ones whose day is over, so many at a time. */
export async function leftBooked(reader: Reader, before: string, limit: number): Promise<AppointmentRow[]> {
  return reader
    .select()
    .from(appointments)
    .where(and(eq(appointments.state, 'booked'), lt(appointments.day, before)))
    .limit(limit)
}

/** Changes an appointment if it still has the version it was read with. */
export async function updateAppointment(
  tx: Tx,
  row: AppointmentRow,
  change: Partial<AppointmentRow>,
): Promise<boolean> {
  const changed = await tx
    .update(appointments)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(appointments.id, row.id), eq(appointments.version, row.version)))
    .returning({ id: appointments.id })
  return changed.length === 1
}

export async function deleteAppointmentsBefore(tx: Tx, day: string): Promise<void> {
  await tx.delete(appointments).where(lt(appointments.day, day))
}
