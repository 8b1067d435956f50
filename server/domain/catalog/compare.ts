import { differencesOf, type PlaceChange } from '#shared/catalog/difference.ts'
import type { Reader } from '#db'
import type { Change } from './change.ts'
import { hashOf } from './hash.ts'
import { currentDocuments } from './store/current.ts'

/** What publishing would do to one document. */
export interface DocumentDifference {
  kind: string
  code: string
  what: 'added' | 'changed' | 'gone'
  /** Place by place, of what changed. */
  places: PlaceChange[]
}

/** Compares changes with what is published; documents that stay as they are do not appear. */
export async function compare(reader: Reader, changes: readonly Change[]): Promise<DocumentDifference[]> {
  const published = new Map<string, { hash: string; body: unknown }>()
  for (const kind of new Set(changes.map((change) => change.kind))) {
    const codes = changes.filter((change) => change.kind === kind).map(({ code }) => code)
    for (const row of await currentDocuments(reader, kind, codes))
      if (row.removedAt === null) published.set(`${kind} ${row.code}`, row)
  }
  return changes.flatMap((change): DocumentDifference[] => {
    const { kind, code, body } = change
    const before = published.get(`${kind} ${code}`)
    if (body === null) return before ? [{ kind, code, what: 'gone', places: [] }] : []
    if (!before) return [{ kind, code, what: 'added', places: [] }]
    if (before.hash === hashOf(body)) return []
    return [{ kind, code, what: 'changed', places: differencesOf(before.body, body) }]
  })
}
