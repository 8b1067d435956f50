/**
 * Other people in one application: the other parent, shareholders, heirs, a guardian, and the person concerned when
 * somebody acts for them. Each is invited, signs in as themselves, sees only their part, and agrees or declines;
 * nothing is sent before. Level 5.
 */
export { agreementsOf, agreedFor } from './of-draft.ts'
export { invite, remind, withdrawInvitation } from './invite.ts'
export { answerInvitation } from './answer.ts'
export { handleErasedDraft } from './jobs.ts'
export { ownInvitations, readInvitation } from './read.ts'
