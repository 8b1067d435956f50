import { choice, day, id, index, int, json, moment, table, text } from '../columns.ts'

/** A department's application for fields of a resource (数据需求申请), domain.md §11.4. Its moves are a work item's. */
export const subscriptions = table(
  'subscriptions',
  {
    id: id().primaryKey(),
    workId: id().notNull(),
    no: text().notNull(),
    resource: text().notNull(),
    /** The department that asks. */
    unit: text().notNull(),
    applicantId: id().notNull(),
    items: json<string[]>().notNull(),
    fields: json<string[]>().notNull(),
    /** Fields that were approved; null until it is decided. */
    approved: json<string[] | null>(),
    basis: text().notNull(),
    scenario: text().notNull(),
    purpose: text().notNull(),
    /** How often it will be asked, in calls a day. */
    frequency: int().notNull(),
    validTo: day().notNull(),
    createdAt: moment().notNull(),
    decidedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [index('subscriptions_unit').on(t.unit), index('subscriptions_resource').on(t.resource)],
)

/** Which fields of a resource a department may ask for an item, and until when (字段级授权). */
export const grants = table(
  'grants',
  {
    id: id().primaryKey(),
    resource: text().notNull(),
    unit: text().notNull(),
    item: text().notNull(),
    fields: json<string[]>().notNull(),
    basis: text().notNull(),
    /** The subscription it came of; empty for what the city's files grant. */
    subscriptionId: text().notNull(),
    validFrom: day().notNull(),
    validTo: day().notNull(),
    state: choice(['active', 'suspended', 'ended'] as const).notNull(),
    /** Who ended it before its last day; empty when nobody did. The city's files do not bring it back. */
    endedBy: id().notNull().default(''),
    /** When its end was told beforehand; 0 until then. */
    notifiedAt: moment().notNull(),
    version: int().notNull(),
  },
  (t) => [index('grants_resource').on(t.resource), index('grants_unit').on(t.unit)],
)
