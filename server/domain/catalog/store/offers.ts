import type { Reader, Tx } from '#db'
import { catalogOffers } from '#db/schema/catalog.ts'

export type OfferRow = typeof catalogOffers.$inferSelect

/** Everything that is paused or has an end. */
export async function offerRows(reader: Reader): Promise<OfferRow[]> {
  return reader.select().from(catalogOffers)
}

export async function putOffer(tx: Tx, row: OfferRow): Promise<void> {
  await tx
    .insert(catalogOffers)
    .values(row)
    .onConflictDoUpdate({ target: [catalogOffers.kind, catalogOffers.code], set: row })
}
