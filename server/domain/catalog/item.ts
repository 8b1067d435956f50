import type { Reader } from '#db'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import type { Published } from '#shared/guides/published.ts'
import { catalog } from './snapshot.ts'
import { currentDocument } from './store/current.ts'

/** An item that is offered, whether or not this process holds it. */
export async function publishedItem(reader: Reader, code: string): Promise<ServiceItem | undefined> {
  const known = catalog().find('item', code)
  if (known) return known
  const row = await currentDocument(reader, 'item', code)
  return row && row.removedAt === null ? (row.body as ServiceItem) : undefined
}

/** What is published, with an item of a division added: what the guide of that item is made from. */
export function publishedWith(item: ServiceItem): Published {
  const { one, find, all, ever } = catalog()
  return {
    all: (kind) => (kind === 'element' || kind === 'material' ? ever(kind) : all(kind)),
    one: (kind, code) => (kind === 'item' && code === item.code ? (item as never) : one(kind, code)),
    find: (kind, code) => (kind === 'item' && code === item.code ? (item as never) : find(kind, code)),
  }
}
