import type { Reader } from '#db'
import { documentPage } from './store/current.ts'

/** The documents of a kind after a code, in the order of codes, so many at a time. */
export async function documentsAfter(
  reader: Reader,
  kind: string,
  after: string,
  limit: number,
): Promise<{ code: string; body: unknown }[]> {
  return documentPage(reader, { kind }, after, limit)
}
