import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import type { SupervisedLine } from '#shared/supervision/views.ts'
import type { Look } from '../act.ts'
import type { After, WorkRow } from '../work/index.ts'
import { presentLines, supervisedRows, type Wanted } from './list.ts'

/** An export holds so many lines at most. */
export const MOST_LINES = 5000

/** So many are read at once. */
const BATCH = 500

export interface Exported {
  /** The number under which it is on record. */
  no: string
  lines: SupervisedLine[]
}

/** The supervised work for a spreadsheet, masked. Who took it out, for what and how much is on record. */
export async function exportSupervised(
  look: Look,
  { purpose, ...wanted }: Wanted & { purpose: string },
): Promise<Exported> {
  const lines: SupervisedLine[] = []
  for (let after: After | null = null; lines.length < MOST_LINES;) {
    const rows: WorkRow[] = await supervisedRows(look, wanted, after, BATCH)
    lines.push(...(await presentLines(look, rows)))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) break
    after = { dueDay: last.dueDay, id: last.id }
  }
  const no = newId(look.at)
  look.note({
    verb: 'supervision.export',
    subjectKind: 'export',
    subjectId: no,
    detail: { ...wanted, purpose, lines: lines.length, by: actorId(look.actor) },
  })
  return { no, lines }
}
