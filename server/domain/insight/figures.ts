import type { Reader } from '#db'
import type { Figures, Share } from '#shared/insight/figures.ts'
import type { WorkKind } from '#shared/work/move.ts'
import type { Look } from '../act.ts'
import { tallies } from '../work/index.ts'

/** Each figure is worked out again after this long; the pages that show them are read far more often. */
const KEPT_MS = 60_000

type Counted = Pick<Figures, 'onTime' | 'solved'>

let kept: { at: number; counted: Counted } | undefined

/** How well the city does, from what happened here; at most a minute old. */
export async function figures(look: Pick<Look, 'tx' | 'at'>): Promise<Counted> {
  if (kept && look.at - kept.at >= 0 && look.at - kept.at < KEPT_MS) return kept.counted
  const counted = {
    // Case items that were granted or denied, and those of them by their due day.
    onTime: await shareOf(look.tx, 'caseItem', ({ inTime }) => inTime),
    // Call-backs of hotline tickets: `close` when solved, `rework` when not.
    solved: await shareOf(look.tx, 'ticket', ({ move }) => move === 'close'),
  }
  kept = { at: look.at, counted }
  return counted
}

async function shareOf(
  reader: Reader,
  kind: WorkKind,
  counts: (tally: { move: string; inTime: boolean }) => boolean,
): Promise<Share> {
  const share = { part: 0, whole: 0 }
  for (const tally of await tallies(reader, kind)) {
    share.whole += tally.count
    if (counts(tally)) share.part += tally.count
  }
  return share
}
