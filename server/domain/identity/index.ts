/** People, organisations, staff posts, sessions, mandates. Level 1. */
export { signIn, type SignedIn } from './sign-in.ts'
export { signOut, endAllSessions } from './sign-out.ts'
export { actorOfToken } from './actor-of-token.ts'
export { personOf, organisationsOf, personByResidentId, type Person } from './people.ts'
export { endMandate, giveMandate, mandates, principalsOf } from './mandates.ts'
export { useRoles, type Role } from './grants.ts'
export { createAccounts, type NewAccounts } from './create-accounts.ts'
export { purgeSessions } from './store.ts'
