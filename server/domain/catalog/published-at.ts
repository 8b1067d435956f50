import type { Reader } from '#db'
import { catalog } from './snapshot.ts'
import { bundlePublishedAt } from './store/bundles.ts'
import { versionsOf } from './store/documents.ts'

/** When the newest version of a document was published, or the newest document of a life event. Epoch milliseconds. */
export async function publishedAt(
  reader: Reader,
  kind: 'item' | 'lifeEvent',
  code: string,
): Promise<number | undefined> {
  if (kind === 'item') return (await versionsOf(reader, kind, code))[0]?.publishedAt
  const bundle = catalog().bundleId(code)
  return bundle === undefined ? undefined : bundlePublishedAt(reader, bundle)
}
