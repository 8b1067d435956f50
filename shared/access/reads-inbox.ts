import type { Right } from './rights.ts'

/** Each of these rights lets its holder see some kind of open work. */
export const READS_INBOX = [
  'cases.read',
  'tickets.read',
  'rectifications.read',
  'exchange.browse',
] as const satisfies Right[]
