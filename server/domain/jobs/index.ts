/** Consequences are rows: jobs written in the transaction of the change they follow from. Level 0. */
export { emit, emitAll } from './emit.ts'
export { enqueue, purgeDone } from './store.ts'
export { claimNext, finish, fail, type JobRow } from './claim.ts'
