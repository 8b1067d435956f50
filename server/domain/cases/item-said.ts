import { itemOf } from '#shared/catalog/bundle.ts'
import type { DeskItemView, Said } from '#shared/cases/desk-view.ts'
import { extensionDaysOf } from '#shared/cases/promise.ts'
import type { Act, Look } from '../act.ts'
import { staffNames } from '../identity/index.ts'
import type { TimelineEntry, WorkRow } from '../work/index.ts'
import type { LoadedCase } from './load.ts'

/** What colleagues propose and ask for, while it is open. */
export async function saidOf(
  act: Act | Look,
  { bundle }: LoadedCase,
  item: WorkRow,
  events: readonly TimelineEntry[],
): Promise<Pick<DeskItemView, 'proposal' | 'extension'>> {
  const open = (move: string, state: string) =>
    item.state === state ? events.findLast((event) => event.move === move) : undefined
  const proposed = open('propose', 'proposed')
  const asked = open('askExtension', 'extending')
  const names = await staffNames(act.tx, [proposed?.actorId ?? '', asked?.actorId ?? ''].filter(Boolean))
  const said = ({ note, actorId, at }: TimelineEntry): Said => ({
    note: note ?? '',
    by: names.get(actorId) ?? '',
    at,
  })
  return {
    proposal: proposed
      ? { ...said(proposed), decision: proposed.data.decision === 'deny' ? 'deny' : 'grant' }
      : null,
    extension: {
      most: extensionDaysOf(itemOf(bundle, item.topic)),
      asked: asked ? { ...said(asked), days: Number(asked.data.days) } : null,
    },
  }
}
