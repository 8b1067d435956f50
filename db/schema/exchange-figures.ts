import { id, index, int, json, moment, primaryKey, table, text, uniqueIndex } from '../columns.ts'

/** What happened in a minute, by resource and asking department: kept with each write of the log, never counted anew. */
export const exchangeMinutes = table(
  'exchange_minutes',
  {
    /** Epoch minutes. */
    minute: int().notNull(),
    resource: text().notNull(),
    unit: text().notNull(),
    calls: int().notNull(),
    found: int().notNull(),
    notFound: int().notNull(),
    several: int().notNull(),
    failed: int().notNull(),
    cached: int().notNull(),
    /** Calls by how long they took: at most 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 3000 ms, and more. */
    b0: int().notNull(),
    b1: int().notNull(),
    b2: int().notNull(),
    b3: int().notNull(),
    b4: int().notNull(),
    b5: int().notNull(),
    b6: int().notNull(),
    b7: int().notNull(),
    b8: int().notNull(),
    b9: int().notNull(),
    b10: int().notNull(),
    b11: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.resource, t.unit] })],
)

/** How many values of a field came on a day, how many were empty, and how many broke which rule. */
export const valueFigures = table(
  'value_figures',
  {
    day: text().notNull(),
    resource: text().notNull(),
    field: text().notNull(),
    came: int().notNull(),
    empty: int().notNull(),
    faulty: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.resource, t.field] })],
)

/** What is known of a resource from its answers. */
export const resourceStates = table('resource_states', {
  resource: text().primaryKey(),
  /** When the provider last changed it, as it says itself; 0 when it does not. */
  updatedAt: moment().notNull(),
  seenAt: moment().notNull(),
})

/** Whom a post looked up in an hour: many people in a short time are an anomaly. */
export const postSubjects = table(
  'post_subjects',
  {
    /** Epoch hours. */
    hour: int().notNull(),
    actorId: id().notNull(),
    subject: text().notNull(),
    unit: text().notNull(),
    /** The last time within that hour. */
    at: moment().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.hour, t.actorId, t.subject] })],
)

/** Something that somebody of the data office should look at. */
export const exchangeAlerts = table(
  'exchange_alerts',
  {
    id: id().primaryKey(),
    kind: text().notNull(),
    /** Names what it is about, so that it is raised once. */
    key: text().notNull(),
    unit: text().notNull(),
    detail: json<Record<string, string | number>>().notNull(),
    at: moment().notNull(),
    /** Empty until somebody has seen to it. */
    seenBy: text().notNull(),
    seenAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('exchange_alerts_key').on(t.kind, t.key),
    index('exchange_alerts_open').on(t.seenAt, t.at),
  ],
)

/** Nonces of other systems' calls, so that none is taken twice. */
export const appNonces = table(
  'app_nonces',
  { app: text().notNull(), nonce: text().notNull(), at: moment().notNull() },
  (t) => [primaryKey({ columns: [t.app, t.nonce] }), index('app_nonces_at').on(t.at)],
)
