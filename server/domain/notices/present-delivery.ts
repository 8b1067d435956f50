import type { DeliveryState } from '#shared/notices/delivery.ts'
import type { DeliveryRow } from './store/deliveries.ts'

/** What is being handed over still waits, for whoever reads of it. */
export function shownState({ state }: DeliveryRow): DeliveryState {
  return state === 'sending' ? 'waiting' : state
}
