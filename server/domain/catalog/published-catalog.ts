import type { Reader } from '#db'
import { DOCUMENT_KINDS } from '#shared/catalog/package.ts'
import type { CityCatalog } from './city-catalog.ts'
import { currentDocuments, residentsSince } from './store/current.ts'

/**
 * What is published, read anew within a transaction: everything but items of divisions, and of these the ones that
 * life events bundle.
 */
export async function publishedCatalog(reader: Reader): Promise<CityCatalog> {
  const rows = (await residentsSince(reader, -1)).filter(({ removedAt }) => removedAt === null)
  const catalog = catalogOf(rows)
  const here = new Set(catalog.item.map(({ code }) => code))
  const away = catalog.lifeEvent
    .flatMap(({ items }) => items.map(({ item }) => item))
    .filter((code) => !here.has(code))
  const more = await currentDocuments(reader, 'item', [...new Set(away)])
  return more.length === 0
    ? catalog
    : catalogOf([...rows, ...more.filter(({ removedAt }) => removedAt === null)])
}

/** Rows as a catalogue by kind. */
export function catalogOf(rows: readonly { kind: string; body: unknown }[]): CityCatalog {
  const lists = new Map<string, unknown[]>(DOCUMENT_KINDS.map((kind) => [kind, []]))
  const catalog: Record<string, unknown> = { hotline: undefined, enterpriseProfile: [] }
  for (const { kind, body } of rows) {
    const list = lists.get(kind)
    if (list) list.push(body)
    else catalog[kind] = body
  }
  // Every body was checked against the shape of its kind before it was published.
  return { ...catalog, ...Object.fromEntries(lists) } as CityCatalog
}
