import type { Tracking } from '#shared/parcels/tracking.ts'

let tracking: Tracking | undefined

/** Names who tracks parcels; without it the clerk writes down what becomes of them. */
export function useTracking(connector: Tracking | undefined): void {
  tracking = connector
}

export function tracker(): Tracking | undefined {
  return tracking
}
