/** Which fields of a resource a department may ask for an item, from when to when: what the city's files grant. */
export interface StandingGrant {
  /** Code of the resource. */
  resource: string
  /** Code of the department that may ask. */
  unit: string
  /** Code of the service item, or `policy:` and the code of a policy. */
  item: string
  /** Names of fields of the resource's answer. */
  fields: string[]
  /** The rule that gives the department this task, as it is cited. */
  basis: string
  /** First and last day, `YYYY-MM-DD` in the city's time. */
  validFrom: string
  validTo: string
}

const POLICY = 'policy:'

/** What a policy is called where grants name an item: its department asks to see whether an enterprise matches. */
export function policyItem(policy: string): string {
  return `${POLICY}${policy}`
}

/** The policy that is named in an item's place; undefined for an item. */
export function policyOf(item: string): string | undefined {
  return item.startsWith(POLICY) ? item.slice(POLICY.length) : undefined
}

/** Whether something with a first and a last day holds on a day. */
export function isValidOn({ validFrom, validTo }: Pick<StandingGrant, 'validFrom' | 'validTo'>, day: string) {
  return validFrom <= day && day <= validTo
}
