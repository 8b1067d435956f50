import type { Text } from '../text.ts'

/** What people apply for, and what can therefore be paused or end. */
export type OfferedKind = 'item' | 'lifeEvent'

/** Whether something is offered: since when it is not, until when it is, and what people are told. */
export interface Offer {
  state: 'open' | 'paused' | 'ended'
  /** Epoch milliseconds; of paused and ended. */
  since: number | null
  until: number | null
  notice: Text | null
}
