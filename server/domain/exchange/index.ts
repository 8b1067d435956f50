/**
 * The shared exchange: asking other authorities' registers, always with a consent or a legal basis, always recorded.
 * Level 4. Connectors are outside systems; a source that is down never stops anybody, it is only not asked.
 */
export { lookUp } from './look-up.ts'
export { tellResource } from './tell.ts'
export { useConnectors, type Way } from './connectors.ts'
export { useMatters } from './matters.ts'
export { record as recordLookup, settle as settleLookup } from './journal.ts'
export { breakerStates, type BreakerState } from './breaker.ts'
export { logOutside, type OutsideCall, type OutsideEnd } from './outside.ts'
export { board } from './board.ts'
export { acknowledgeAlert } from './alerts.ts'
export { handleWatch } from './watch.ts'
export { handleArchive, handleSettle } from './jobs.ts'
export { verifyLog, type LogReport } from './verify-log.ts'
export { subjectKey } from './log-row.ts'
export { BUDGET_MS } from './limits.ts'
export { giveConsent, isStanding, revokeConsent, withdrawConsent, type Agreement } from './consent.ts'
export { lookupsAbout, type LogRow } from './store/log.ts'
export type { Ground, LookupAnswer, LookupOptions, LookupRequest, Matter, Telling } from './types.ts'
export { askEmergency, decideEmergency, lookUpInEmergency } from './emergency.ts'
export { listEmergencies } from './list-emergencies.ts'
