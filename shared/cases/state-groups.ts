/** Reviewing, whatever is asked for meanwhile: the decision may be taken. */
export const UNDER_REVIEW = ['reviewing', 'extending'] as const

/** Whoever received an application does not decide it (受办分离, domain.md §10.2). */
export const ACCEPTING = ['accept', 'acceptTolerated', 'acceptWaiting'] as const

/** Open and not decided: the applicant may take it back (domain.md §3.3). */
export const UNDECIDED = [
  'submitted',
  'returned',
  'prepassed',
  'awaiting',
  'received',
  'correcting',
  'waiting',
  'tolerated',
  'reviewing',
  'amending',
  'special',
  'publicising',
  'suspended',
  'extending',
  'proposed',
] as const
