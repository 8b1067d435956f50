/** What a consent rests on: the person in their own account, their mandate, or a code that was sent to them. */
export type ConsentProof = 'account' | 'mandate' | 'code'

/** Digits of a code with which somebody agrees through staff who fill in for them. */
export const CODE_DIGITS = 6
