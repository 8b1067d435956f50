import { and, desc, eq, max } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { catalogBundles, catalogDocuments } from '#db/schema/catalog.ts'

export type DocumentRow = typeof catalogDocuments.$inferSelect
export type BundleRow = typeof catalogBundles.$inferSelect

/** The newest version of every document. */
export async function latestDocuments(reader: Reader): Promise<DocumentRow[]> {
  const newest = reader
    .select({
      kind: catalogDocuments.kind,
      code: catalogDocuments.code,
      version: max(catalogDocuments.version).as('newest'),
    })
    .from(catalogDocuments)
    .groupBy(catalogDocuments.kind, catalogDocuments.code)
    .as('latest')
  const rows = await reader
    .select({ document: catalogDocuments })
    .from(catalogDocuments)
    .innerJoin(
      newest,
      and(
        eq(newest.kind, catalogDocuments.kind),
        eq(newest.code, catalogDocuments.code),
        eq(newest.version, catalogDocuments.version),
      ),
    )
    .orderBy(catalogDocuments.kind, catalogDocuments.id)
  return rows.map((row) => row.document)
}

export async function insertDocuments(tx: Tx, rows: DocumentRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) await tx.insert(catalogDocuments).values(rows.slice(i, i + 500))
}

export async function insertBundle(tx: Tx, row: BundleRow): Promise<void> {
  await tx.insert(catalogBundles).values(row).onConflictDoNothing()
}

export async function bundleRow(reader: Reader, id: string): Promise<BundleRow | undefined> {
  const [row] = await reader.select().from(catalogBundles).where(eq(catalogBundles.id, id))
  return row
}

export async function newestBundle(reader: Reader, code: string): Promise<BundleRow | undefined> {
  const [row] = await reader
    .select()
    .from(catalogBundles)
    .where(eq(catalogBundles.code, code))
    .orderBy(desc(catalogBundles.publishedAt))
    .limit(1)
  return row
}
