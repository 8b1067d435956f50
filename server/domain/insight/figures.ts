import type { Figures } from '#shared/insight/figures.ts'
import type { Look } from '../act.ts'
import { decidedInTime, solvedTickets } from './store.ts'

/** Each figure is counted again after this long; the pages that show them are read far more often. */
const KEPT_MS = 60_000

type Counted = Pick<Figures, 'onTime' | 'solved'>

let kept: { at: number; counted: Counted } | undefined

/** How well the city does, from what happened here; at most a minute old. */
export async function figures(look: Pick<Look, 'tx' | 'at'>): Promise<Counted> {
  if (kept && look.at - kept.at >= 0 && look.at - kept.at < KEPT_MS) return kept.counted
  const [onTime, solved] = await Promise.all([decidedInTime(look.tx), solvedTickets(look.tx)])
  kept = { at: look.at, counted: { onTime, solved } }
  return kept.counted
}
