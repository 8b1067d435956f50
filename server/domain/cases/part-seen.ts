import { itemOf } from '#shared/catalog/bundle.ts'
import type { Act, Look } from '../act.ts'
import { workVisible } from '../work/index.ts'
import { materialsFor } from './later.ts'
import { caseFacts, isOwn, type LoadedCase } from './load.ts'

/**
 * The elements and materials of a case that the actor may see: everything for whoever follows the whole of it, for a
 * reviewer what the items of their department asked for. Null for everything.
 */
export function partSeen({ row, bundle, items }: LoadedCase, { actor, at }: Act | Look): Set<string> | null {
  const visible = items.filter((item) => workVisible(item, actor))
  if (isOwn(row, actor) || visible.length === items.length) return null
  const facts = caseFacts(bundle, row.content, at)
  return new Set(
    visible.flatMap((item) => [
      ...itemOf(bundle, item.topic).needs.map(({ element }) => element),
      ...materialsFor(bundle, item, facts),
    ]),
  )
}
