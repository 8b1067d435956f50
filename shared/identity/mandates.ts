/** A mandate between two people, as one of them reads it. */
export interface MandateLine {
  id: string
  /** The other one. */
  name: string
  /** Code of the life event it is good for; null for all. */
  lifeEvent: string | null
  /** The last day it is good for. */
  validTo: string
  over: boolean
}

export interface MandatesView {
  /** Who may act for me. */
  given: MandateLine[]
  /** For whom I may act. */
  received: MandateLine[]
}
