/**
 * The audit trail: every act and every look at personal data, append-only and hash-chained. Level 0: imports no
 * other module. Lines are collected in an act and written at the end of its transaction.
 */
export { append } from './append.ts'
export { verifyChains, type ChainReport } from './verify.ts'
export { entriesWithVerb, latestEntries } from './store.ts'
export { readTrail } from './read-trail.ts'
