/**
 * The shared exchange: asking other authorities' registers, always with a consent or a legal basis, always recorded.
 * Level 2. Connectors are outside systems; a source that is down never stops anybody, it is only not asked.
 */
export { lookUp, type LookupAnswer, type LookupRequest } from './look-up.ts'
export { tellResource } from './tell.ts'
export { giveConsent } from './consent.ts'
export { lookupsAbout } from './store.ts'
