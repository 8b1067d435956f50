import type { Reader } from '#db'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { Refusal } from '#shared/refusal.ts'
import { bundleRow, newestBundle } from './store.ts'
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
  return keep(row.body as Bundle)
}

/** The bundle of a life event that is published now. */
export async function currentBundle(reader: Reader, code: string): Promise<Bundle> {
  if (!catalog().find('lifeEvent', code)) throw new Refusal('not_found')
  const row = await newestBundle(reader, code)
  if (!row) throw new Refusal('not_found')
  return kept.get(row.id) ?? keep(row.body as Bundle)
}

function keep(bundle: Bundle): Bundle {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(bundle.id, bundle)
  return bundle
}
