/**
 * The second screen of a counter (双屏): paired with a clerk by a code, it shows what the clerk pushes, takes signatures
 * and ratings, and forgets whoever was there. Level 9.
 */
export { endPairing, openCode, pairScreen } from './pair.ts'
export { clearScreen, pushToScreen, type Pushed } from './push.ts'
export { readDeskScreen, readScreen, readScreenState } from './show.ts'
export { objectOnScreen, rateOnScreen, signOnScreen, touchScreen } from './answer.ts'
export { noteSeen } from './seen.ts'
export { handingOf } from './signed.ts'
export { screensChangedSince } from './store.ts'
export { handleScreensTick, handleUnsigned } from './jobs.ts'
