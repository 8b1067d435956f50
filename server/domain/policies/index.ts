/**
 * Policies for enterprises (惠企政策): what there is, and which of them an enterprise matches. Level 2. Rules are
 * judged in three values on what the registers say; every condition is told with its fact and its source.
 */
export { listPolicies, readPolicy } from './read.ts'
export { matchPolicies } from './match.ts'
