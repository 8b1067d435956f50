import {
  choice,
  day,
  id,
  index,
  int,
  moment,
  primaryKey,
  sealed,
  table,
  text,
  uniqueIndex,
} from '../columns.ts'

/** How many have booked a slot; a row is made with its first booking. */
export const queueSlots = table(
  'queue_slots',
  {
    hall: text().notNull(),
    business: text().notNull(),
    day: day().notNull(),
    time: text().notNull(),
    taken: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hall, t.business, t.day, t.time] })],
)

/** An appointment at a hall. Whoever books at the counter need not have an account. */
export const appointments = table(
  'appointments',
  {
    id: id().primaryKey(),
    /** The number people say at the hall: eight digits drawn at random. */
    no: text().notNull(),
    /** Empty for somebody without an account. */
    personId: id().notNull(),
    personBlind: text().notNull(),
    person: sealed<{ name: string; phone: string }>().notNull(),
    hall: text().notNull(),
    business: text().notNull(),
    day: day().notNull(),
    time: text().notNull(),
    priority: text().notNull(),
    state: choice(['booked', 'arrived', 'absent', 'cancelled'] as const).notNull(),
    /** Person, day and business while it stands, else its id: nobody books the same twice. */
    holds: text().notNull(),
    /** Who at the desk booked it; empty for the person. */
    bookedBy: id().notNull(),
    bookedAt: moment().notNull(),
    /** 0 until the reminder went out. */
    remindedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex('appointments_no').on(t.no),
    uniqueIndex('appointments_holds').on(t.holds),
    index('appointments_hall').on(t.hall, t.day, t.time),
    index('appointments_person').on(t.personBlind, t.day),
    index('appointments_state').on(t.state, t.day),
  ],
)

/** A ticket of a hall's line; a ticket without appointment knows nobody. */
export const queueTickets = table(
  'queue_tickets',
  {
    id: id().primaryKey(),
    hall: text().notNull(),
    day: day().notNull(),
    no: text().notNull(),
    business: text().notNull(),
    /** The only counter that may call it, after it was sent on to one; else empty. */
    onlyCounter: text().notNull(),
    state: choice(['waiting', 'called', 'serving', 'missed', 'done', 'cancelled'] as const).notNull(),
    lane: choice(['appointment', 'walkIn'] as const).notNull(),
    priority: text().notNull(),
    /** The appointment it stands for; else its own id. */
    appointmentId: id().notNull(),
    /** When it is due: the beginning of the slot; 0 without one. */
    slotAt: moment().notNull(),
    takenAt: moment().notNull(),
    /** Its place in the line. */
    since: moment().notNull(),
    calls: int().notNull(),
    comeBacks: int().notNull(),
    /** The first call; 0 before. */
    calledAt: moment().notNull(),
    /** The latest call, for the screen. */
    lastCallAt: moment().notNull(),
    servedAt: moment().notNull(),
    endedAt: moment().notNull(),
    counter: text().notNull(),
    clerkId: id().notNull(),
    version: int().notNull(),
  },
  (t) => [
    uniqueIndex('queue_tickets_no').on(t.hall, t.day, t.no),
    uniqueIndex('queue_tickets_appointment').on(t.appointmentId),
    index('queue_tickets_line').on(t.hall, t.day, t.state, t.business, t.since),
    index('queue_tickets_called').on(t.hall, t.day, t.lastCallAt),
  ],
)

/** The line of a hall: what was called in a row. Whoever calls locks it, so two clerks never call one ticket. */
export const queueLines = table('queue_lines', {
  hall: text().primaryKey(),
  appointments: int().notNull(),
  appointmentPriority: int().notNull(),
  walkInPriority: int().notNull(),
  /** Grows with every call. */
  version: int().notNull(),
})

/** Who sits at which counter. */
export const queueSeats = table(
  'queue_seats',
  {
    clerkId: id().primaryKey(),
    hall: text().notNull(),
    counter: text().notNull(),
    since: moment().notNull(),
  },
  (t) => [uniqueIndex('queue_seats_counter').on(t.hall, t.counter)],
)

/** How many waited how long, by slots of five minutes and classes of waits. */
export const queueWaits = table(
  'queue_waits',
  {
    hall: text().notNull(),
    slot: moment().notNull(),
    business: text().notNull(),
    wait: int().notNull(),
    count: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hall, t.slot, t.business, t.wait] })],
)
