import type { BundledItem } from '../catalog/documents.ts'
import { codesIn } from '../catalog/prerequisites.ts'

/**
 * The items of a life event in the order they go: an item stands one stage after the last of its prerequisites;
 * those of one stage go on side by side.
 */
export function stagesOf(items: readonly BundledItem[]): BundledItem[][] {
  const byCode = new Map(items.map((bundled) => [bundled.item, bundled]))
  const depths = new Map<string, number>()
  function depthOf({ item, prerequisites }: BundledItem): number {
    const known = depths.get(item)
    if (known !== undefined) return known
    const before = codesIn(prerequisites).flatMap((code) => byCode.get(code) ?? [])
    const depth = before.length === 0 ? 0 : 1 + Math.max(...before.map(depthOf))
    depths.set(item, depth)
    return depth
  }
  const stages: BundledItem[][] = []
  for (const bundled of items) (stages[depthOf(bundled)] ??= []).push(bundled)
  return stages
}
