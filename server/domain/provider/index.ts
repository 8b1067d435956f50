/**
 * The portal as a provider for other systems, over the protocol of domain.md §11.5: cases, certificates, figures.
 * Level 8. Every call is in the log of look-ups before its answer leaves, so whom it is about finds it there.
 */
export { serveOutside } from './serve.ts'
export type { OutsideAnswer } from './answer.ts'
export type { OutsideRequest } from './request.ts'
export { handleNonces } from './admit.ts'
export { agreeToApp, readAppConsent } from './consent.ts'
