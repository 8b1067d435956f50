import type { Reader } from '#db'
import { changedSince } from './store/current.ts'

/** A place in the order in which documents changed. */
export interface ChangePlace {
  edition: number
  kind: string
  code: string
}

/** A document as it stands after its last change; without content when it is no longer offered. */
export interface ChangedDocument extends ChangePlace {
  body: unknown
  /** Whether it belongs to one division only. */
  local: boolean
}

/** What changed after a place, in order, so many at a time: for those who keep something made from the catalogue. */
export async function changesAfter(
  reader: Reader,
  place: ChangePlace,
  limit: number,
): Promise<ChangedDocument[]> {
  return (await changedSince(reader, place, limit)).map(
    ({ edition, kind, code, body, removedAt, division }) => ({
      edition,
      kind,
      code,
      body: removedAt === null ? body : undefined,
      local: kind === 'item' && division !== null,
    }),
  )
}
