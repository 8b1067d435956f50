/**
 * The exchange as departments see it: what there is, who may ask which fields for what and until when, and the
 * applications for it. Level 3. Whether a call is allowed is answered from memory.
 */
export { grantFor, reloadGrants, type GrantInForce } from './in-force.ts'
export { loadStandingGrants } from './load-standing.ts'
export { browseResources } from './browse.ts'
export { readResource } from './read-resource.ts'
export { itemData } from './item-data.ts'
export { readList } from './lists.ts'
export { changeGrant, readGrant } from './change-grant.ts'
export { subscribe, subscriptionForm } from './subscribe.ts'
export { answerSubscription, reviewSubscription } from './decide.ts'
export { withdrawSubscription } from './withdraw.ts'
export { listSubscriptions, readSubscription } from './read-subscription.ts'
export { handleGrantsTick } from './tick.ts'
export { dataOffice } from './office.ts'
