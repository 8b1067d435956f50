/**
 * Ratings (好差评): whoever's case is closed rates it once; levels 1 and 2 open a rectification for the department,
 * whose answer the rater sees. Level 5. A rectification is a work item with the rating's id; its moves are in
 * shared/ratings/moves.ts. Raters are protected: no department sees who rated.
 */
export { rate } from './rate.ts'
export { rateAtCounter } from './rate-at-counter.ts'
export { readRating, tagChoices } from './read.ts'
export { acknowledge } from './acknowledge.ts'
export { answerRectification, contactRater, readRectification } from './rectify.ts'
export { ratingFigures } from './figures.ts'
export { ratingOfCase } from './store.ts'
export { handleAcknowledgeDue, handleRectificationNotice } from './jobs.ts'
