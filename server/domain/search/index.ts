/**
 * Search over what is published: life events, items, policies, found by the words people use. Level 3. The index
 * follows the catalogue publication by publication; both engines hold the same tokens, and the order of the answers
 * is made here.
 */
export { handleIndex, indexChanges } from './index-changes.ts'
export { search } from './search.ts'
