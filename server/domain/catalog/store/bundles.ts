import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { catalogBundles } from '#db/schema/catalog.ts'

export type BundleRow = typeof catalogBundles.$inferSelect

export async function insertBundle(tx: Tx, row: BundleRow): Promise<void> {
  await tx.insert(catalogBundles).values(row).onConflictDoNothing()
}

export async function bundleRow(reader: Reader, id: string): Promise<BundleRow | undefined> {
  const [row] = await reader.select().from(catalogBundles).where(eq(catalogBundles.id, id))
  return row
}

/** A bundle is made anew whenever one of its documents is published. */
export async function bundlePublishedAt(reader: Reader, id: string): Promise<number | undefined> {
  const [row] = await reader
    .select({ publishedAt: catalogBundles.publishedAt })
    .from(catalogBundles)
    .where(eq(catalogBundles.id, id))
  return row?.publishedAt
}
