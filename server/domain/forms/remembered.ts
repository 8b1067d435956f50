import type { DraftContent } from '#shared/forms/draft.ts'
import type { WorkedOut } from '#shared/forms/facts.ts'
import type { Route } from '#shared/forms/journey.ts'
import type { DraftRow } from './store.ts'

/** A draft as it is committed, with what was worked out of it on a day. Nobody changes it any more. */
export interface Remembered {
  row: DraftRow
  /** This process wrote it: what is known stands in its own table. */
  written: boolean
  /** `YYYY-MM-DD` */
  today: string
  route: Route | null
  answers: WorkedOut
}

/** Drafts that people are working on now, not an archive: few, and for minutes. */
const MOST = 1000
const KEPT_MS = 5 * 60_000
const SWEEP_MS = 60_000

/** In the order they were remembered, the oldest first. */
const drafts = new Map<string, { until: number; draft: Remembered }>()
let sweeping: NodeJS.Timeout | undefined

/** What is remembered of a draft in this version: every change makes another, whichever process made it. */
export function remembered(id: string, version: number): Remembered | undefined {
  const kept = drafts.get(id)
  return kept && kept.draft.row.version === version ? kept.draft : undefined
}

/** Remembers a draft that was read as committed, or whose change is durable. The one remembered longest ago makes room. */
export function remember(draft: Remembered): void {
  const { id } = draft.row
  drafts.delete(id)
  if (drafts.size >= MOST) forget(drafts.keys().next().value ?? '')
  drafts.set(id, { until: performance.now() + KEPT_MS, draft })
  sweeping ??= setInterval(sweep, SWEEP_MS).unref()
}

export function forget(id: string): void {
  drafts.delete(id)
}

function sweep(): void {
  const now = performance.now()
  for (const [id, { until }] of drafts) {
    if (until > now) break
    drafts.delete(id)
  }
  if (drafts.size > 0) return
  clearInterval(sweeping)
  sweeping = undefined
}

/** A row whose content may be changed: what is remembered stays as it is. */
export function changeable(row: DraftRow): DraftRow {
  return { ...row, content: copyOf(row.content) }
}

function copyOf(content: DraftContent): DraftContent {
  return {
    ...content,
    answers: { ...content.answers },
    files: Object.fromEntries(
      Object.entries(content.files).map(([material, files]) => [
        material,
        files.map((file) => ({ ...file })),
      ]),
    ),
    saved: [...content.saved],
    lookups: { ...content.lookups },
    rejected: [...content.rejected],
  }
}
