import type { ParcelStep } from './parcel.ts'

/** Asks carriers where parcels are. */
export interface Tracking {
  /** Pause between two questions about one parcel, milliseconds. */
  everyMs: number
  /**
   * What happened to a parcel until now, the oldest first; nothing for one that is not known yet.
   * @throws Error when there is no answer
   */
  ask(parcel: { carrier: string; no: string }): Promise<ParcelStep[]>
}
