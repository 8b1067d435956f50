/**
 * People at a counter: the code they show (亮码), identifying them, and everything known of them while they are there.
 * Level 8.
 */
export { showCode } from './show-code.ts'
export { noteWrongCode } from './take-code.ts'
export { identifyByCard, identifyByCode, identifyByNumber } from './identify.ts'
export { confirmVisit } from './confirm.ts'
export { endVisit, openVisitOf, personOfVisit, type Visit } from './visit.ts'
export { readCounter, visitorOfClerk } from './read-counter.ts'
export { forgetCounter } from './forget.ts'
