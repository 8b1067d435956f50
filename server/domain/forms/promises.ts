import type { Reader } from '#db'

/** For whom something is promised: the enterprise, or otherwise the person. */
export interface Promising {
  personId: string
  /** Empty for a person's own matters. */
  organisationId: string
}

type Withheld = (reader: Reader, subjectId: string, at: number) => Promise<boolean>

let withheld: Withheld = async () => false

/** Names who knows whose promise was broken, which stands on a higher level; called once when the product starts. */
export function usePromises(given: Withheld): void {
  withheld = given
}

/** Whether somebody may promise something in place of a proof now. */
export async function mayPromise(
  { tx, at }: { tx: Reader; at: number },
  { personId, organisationId }: Promising,
): Promise<boolean> {
  return !(await withheld(tx, organisationId || personId, at))
}
