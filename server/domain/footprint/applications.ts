import type { MatterSeen } from '#shared/exchange/my-view.ts'
import type { Act, Look } from '../act.ts'

/** A value that a register gave, as it stands in a draft or a case. */
export interface NoticedFact {
  resource: string
  field: string
  element: string
  /** The value as it is shown, masked as usual. */
  was: string
  /** Whom the register was asked about, as the log names them; empty when nobody. */
  subject: string
  /** Id of the draft or case. */
  matterId: string
  /** Whom the draft or case is for. */
  personId: string
  organisationId: string
}

/** Where a value was noticed: in a draft by its id, in a case by its number. */
export interface NoticedPlace {
  kind: 'draft' | 'case'
  id: string
  element: string
}

/** What footprint must know of drafts and cases, which stand above it. */
export interface Applications {
  /** What look-ups were made for, by id of draft or case; what is gone is not there. */
  describe(look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, MatterSeen>>
  /**
   * A value of a draft or a case that the actor may see.
   * @throws Refusal not_found, also when no register gave the value
   */
  factIn(act: Act | Look, place: NoticedPlace): Promise<NoticedFact>
}

let known: Applications | undefined

/** Gives the process its way to drafts and cases. */
export function useApplications(given: Applications): void {
  known = given
}

export function applications(): Applications {
  if (!known) throw new Error('useApplications() has not been called')
  return known
}
