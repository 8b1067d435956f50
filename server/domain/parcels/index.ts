/**
 * Results on their way by post: carrier, number, and where each is (domain.md §10.5). A connector asks the carriers
 * where the configuration names one; otherwise the clerk writes it down. Level 6.
 */
export { noteParcel, parcelOf, registerParcel } from './parcels.ts'
export { useTracking } from './tracking.ts'
export { handleParcelsTick } from './jobs.ts'
