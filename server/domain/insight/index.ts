/**
 * Figures about how well the city does, counted from what happened here and never changed by hand. Level 5, reads
 * only. Those about ratings come from the ratings module; the endpoint puts them together.
 */
export { figures } from './figures.ts'
export { deskInbox, deskPlaces, hrefOf, titleOf } from './desk-inbox.ts'
export { forgetFilter, keepFilter, savedFilters } from './inbox-filters.ts'
