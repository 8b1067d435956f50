/**
 * Drafts: the server holds the truth of a form. Every page is one real post; answers, valid or not, are saved, then
 * judged. Also what makes posts safe: kept forms and answered requests. Level 2.
 */
export { keepForm, takeKeptForm } from './kept.ts'
export { answeredBefore, rememberAnswer, purgeForms } from './store.ts'
export { startDraft } from './start.ts'
export { saveStep, type SavedStep } from './save-step.ts'
export { decideConsent } from './consent.ts'
export { giveMaterials } from './give-materials.ts'
export { presentStep } from './present-step.ts'
export { presentCheck } from './present-check.ts'
export { openDrafts } from './drafts.ts'
export { draftToSend, markSent, type SendableDraft } from './send.ts'
export { fieldsFor } from './fields.ts'
export { sourceName } from './rows.ts'
