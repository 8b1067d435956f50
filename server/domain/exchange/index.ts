/**
 * The shared exchange: asking other authorities' registers, always with a consent or a legal basis, always recorded.
 * Level 4. Connectors are outside systems; a source that is down never stops anybody, it is only not asked.
 */
export { lookUp } from './look-up.ts'
export { tellResource } from './tell.ts'
export { useConnectors, type Way } from './connectors.ts'
export { useMatters } from './matters.ts'
export { logOutside } from './outside.ts'
export { board } from './board.ts'
export { acknowledgeAlert } from './alerts.ts'
export { handleWatch } from './watch.ts'
export { handleArchive, handleSettle } from './jobs.ts'
export { verifyLog } from './verify-log.ts'
export { subjectKey } from './log-row.ts'
export { BUDGET_MS } from './limits.ts'
export { useTries } from './tried-numbers.ts'
export { vouchFor } from './vouch.ts'
export { consentRow } from './store/consents.ts'
export { giveConsent, isStanding, revokeConsent, withdrawConsent, type Agreement } from './consent.ts'
export { draftsThatAsked, type LogRow } from './store/log.ts'
export type { Ground, LookupAnswer, LookupRequest, Matter, Telling } from './types.ts'
export { askEmergency, decideEmergency, lookUpInEmergency } from './emergency.ts'
export { listEmergencies } from './list-emergencies.ts'
