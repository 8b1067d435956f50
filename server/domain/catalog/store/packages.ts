import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db'
import { catalogPackages } from '#db/schema/catalog.ts'

export type PackageRow = typeof catalogPackages.$inferSelect

export async function insertPackage(tx: Tx, row: PackageRow): Promise<void> {
  await tx.insert(catalogPackages).values(row)
}

export async function packageRow(reader: Reader, id: string): Promise<PackageRow | undefined> {
  const [row] = await reader.select().from(catalogPackages).where(eq(catalogPackages.id, id))
  return row
}

/** The packages before an id, the newest first. */
export async function packagePage(reader: Reader, before: string, limit: number): Promise<PackageRow[]> {
  return reader
    .select()
    .from(catalogPackages)
    .where(before === '' ? undefined : lt(catalogPackages.id, before))
    .orderBy(desc(catalogPackages.id))
    .limit(limit)
}

/** Changes a package if it is still as it was read; answers whether it was. */
export async function updatePackage(
  tx: Tx,
  { id, version }: Pick<PackageRow, 'id' | 'version'>,
  change: Partial<PackageRow>,
): Promise<boolean> {
  const rows = await tx
    .update(catalogPackages)
    .set({ ...change, version: version + 1 })
    .where(and(eq(catalogPackages.id, id), eq(catalogPackages.version, version)))
    .returning({ id: catalogPackages.id })
  return rows.length === 1
}

/** How many wait for somebody to publish them. */
export async function countSubmitted(reader: Reader): Promise<number> {
  const [row] = await reader
    .select({ count: sql`count(*)` })
    .from(catalogPackages)
    .where(eq(catalogPackages.state, 'submitted'))
  return Number(row?.count ?? 0)
}
