/** What an account gives to an application, by the element it becomes; a person's, and that of the enterprise acted for. */
const PERSON = {
  'applicant.name': 'name',
  'applicant.residentId': 'residentId',
  'applicant.phone': 'phone',
} as const
const ENTERPRISE = { 'enterprise.creditCode': 'creditCode', 'enterprise.name': 'name' } as const

export const OF_PERSON: readonly string[] = Object.keys(PERSON)
export const OF_ENTERPRISE: readonly string[] = Object.keys(ENTERPRISE)

/** A fact of the account; what it has proven cannot be changed in an application. */
interface GivenFact {
  element: string
  value: string
  locked: boolean
}

/** What is known from the start: proven when the account was opened, and by the mandate it acts under. */
export function factsOfAccount(
  person: Record<(typeof PERSON)[keyof typeof PERSON], string>,
  enterprise?: Record<(typeof ENTERPRISE)[keyof typeof ENTERPRISE], string> | null,
): GivenFact[] {
  return [
    ...Object.entries(PERSON).map(([element, field]) => ({
      element,
      value: person[field],
      locked: field !== 'phone',
    })),
    ...(enterprise
      ? Object.entries(ENTERPRISE).map(([element, field]) => ({
          element,
          value: enterprise[field],
          locked: true,
        }))
      : []),
  ]
}
