import type { Tx } from '#db'
import { addTo } from './store.ts'

/** The next running number of a series, from 1. */
export function nextNumber(tx: Tx, series: string): Promise<number> {
  return addTo(tx, series, 1)
}
