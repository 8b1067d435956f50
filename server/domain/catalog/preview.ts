import type { Bundle } from '#shared/catalog/bundle.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { currentBundle } from './bundles.ts'
import { changesIn, withChanges } from './inspect.ts'
import { publishedCatalog } from './published-catalog.ts'
import { bundlesFor } from './resolve.ts'
import { packageRow } from './store/packages.ts'

/** The bundle of a life event as it is, or as it would be with a package published. */
export async function previewBundle(
  look: Look,
  { event, package: id }: { event: string; package: string },
): Promise<Bundle> {
  if (id === '') return currentBundle(look.tx, event)
  const row = await packageRow(look.tx, id)
  // A package with something wrong in it may not hold together.
  if (!row || row.findings.length > 0) throw new Refusal('not_found')
  const changes = changesIn(row.content, () => undefined)
  const bundles = bundlesFor(withChanges(await publishedCatalog(look.tx), changes))
  const bundle = bundles.find(({ lifeEvent }) => lifeEvent.code === event)
  if (!bundle) throw new Refusal('not_found')
  return { ...bundle, id }
}
