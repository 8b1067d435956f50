/**
 * Search over what is published: life events, items, policies, found by the words people use. Level 3. The index is
 * made anew at each publication; both engines hold the same tokens, and the order of the answers is made here.
 */
export { rebuildSearch } from './rebuild.ts'
export { search } from './search.ts'
