import type { Reader } from '#db'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { Refusal } from '#shared/refusal.ts'
import { bundleRow } from './store/bundles.ts'
import { catalog } from './snapshot.ts'

/** Bundles never change, so a process keeps those it has met. */
const kept = new Map<string, Bundle>()
const MOST_KEPT = 200

/** The bundle with this id, whatever has been published since. */
export async function bundleOf(reader: Reader, id: string): Promise<Bundle> {
  const known = kept.get(id)
  if (known) return known
  const row = await bundleRow(reader, id)
  if (!row) throw new Error(`bundle ${id} is missing`)
  if (kept.size >= MOST_KEPT) kept.clear()
  const bundle = row.body as Bundle
  kept.set(id, bundle)
  return bundle
}

/** The bundle of a life event that is published now. */
export async function currentBundle(reader: Reader, code: string): Promise<Bundle> {
  const id = catalog().find('lifeEvent', code) && catalog().bundleId(code)
  if (id === undefined) throw new Refusal('not_found')
  return bundleOf(reader, id)
}
