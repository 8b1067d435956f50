/** Where a parcel is (domain.md §10.5). */
export const PARCEL_STATES = ['posted', 'moving', 'arrived', 'returned'] as const

export type ParcelState = (typeof PARCEL_STATES)[number]

/** Something that was told of a parcel's way. */
export interface ParcelStep {
  state: ParcelState
  /** The carrier's words, or the clerk's; may be empty. */
  text: string
  at: number
}

/** A parcel as it is shown to the applicant and at the desk. */
export interface ParcelView {
  carrier: string
  no: string
  state: ParcelState
  stateAt: number
  steps: ParcelStep[]
  /** Whether the carrier is asked by itself. */
  tracked: boolean
}

/** What may follow: a parcel that came or came back stays so. */
export function mayBecome(from: ParcelState, to: ParcelState): boolean {
  if (from === 'arrived' || from === 'returned') return false
  return to !== 'posted'
}
