import { and, desc, eq } from 'drizzle-orm'
import { insertRows, type Reader, type Tx } from '#db'
import { catalogDocuments } from '#db/schema/catalog.ts'

export type DocumentRow = typeof catalogDocuments.$inferSelect

const CHUNK = 500

export async function insertDocuments(tx: Tx, rows: readonly DocumentRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK)
    await insertRows(tx, 'catalog_documents', catalogDocuments, rows.slice(i, i + CHUNK))
}

/** Every version of a document, the newest first, without its content. */
export async function versionsOf(
  reader: Reader,
  kind: string,
  code: string,
): Promise<Omit<DocumentRow, 'body'>[]> {
  const { body: _body, ...columns } = columnsOf()
  return reader
    .select(columns)
    .from(catalogDocuments)
    .where(and(eq(catalogDocuments.kind, kind), eq(catalogDocuments.code, code)))
    .orderBy(desc(catalogDocuments.version))
}

/** One version of a document. */
export async function documentVersion(
  reader: Reader,
  kind: string,
  code: string,
  version: number,
): Promise<DocumentRow | undefined> {
  const [row] = await reader
    .select()
    .from(catalogDocuments)
    .where(
      and(
        eq(catalogDocuments.kind, kind),
        eq(catalogDocuments.code, code),
        eq(catalogDocuments.version, version),
      ),
    )
  return row
}

function columnsOf() {
  const { id, kind, code, version, hash, body, publishedAt, author, publisher, packageId } = catalogDocuments
  return { id, kind, code, version, hash, body, publishedAt, author, publisher, packageId }
}
