import { blind } from '#db'
import type { DraftContent, Known } from '#shared/forms/draft.ts'

/*
 * Tamper check: what a register said and nobody may change carries a keyed mark, made when it arrived and compared when
 * the application is sent. A value that was changed in between, by whatever way, does not have the mark it needs.
 */

/** Marks what came and may not be changed. */
export function markKnowns(draft: string, content: Pick<DraftContent, 'knowns'>): void {
  content.knowns = Object.fromEntries(
    Object.entries(content.knowns).map(([code, known]) => [
      code,
      needsMark(known) && !known.mark ? { ...known, mark: markOf(draft, code, known) } : known,
    ]),
  )
}

/** Elements whose locked value is not what its source said. */
export function tamperedIn(draft: string, { knowns }: Pick<DraftContent, 'knowns'>): string[] {
  return Object.entries(knowns).flatMap(([code, known]) =>
    needsMark(known) && known.mark !== markOf(draft, code, known) ? [code] : [],
  )
}

/** Elements whose locked value has no mark at all: of drafts that were filled in before there were any. */
export function unmarkedIn({ knowns }: Pick<DraftContent, 'knowns'>): string[] {
  return Object.entries(knowns).flatMap(([code, known]) => (needsMark(known) && !known.mark ? [code] : []))
}

function needsMark({ locked, source }: Known): boolean {
  return locked && source.kind === 'exchange'
}

function markOf(draft: string, code: string, { value, source }: Known): string {
  return blind(JSON.stringify([draft, code, value, source.resource, source.at])).slice(0, 22)
}
