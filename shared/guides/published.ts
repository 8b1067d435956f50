import type { Bundle } from '../catalog/bundle.ts'
import type { DocumentKind, Documents, LifeEvent } from '../catalog/documents.ts'

/** What is published now, as a guide reads it. */
export interface Published {
  one<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind]
  find<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind] | undefined
  all<Kind extends DocumentKind>(kind: Kind): Documents[Kind][]
}

/** What materials are explained with: a bundle has it, and so has a single item with those it is applied for with. */
export type Sources = Pick<
  Bundle,
  'elements' | 'items' | 'materials' | 'resources' | 'departments' | 'certificateTypes'
>

/** The life events an item is part of. */
export function lifeEventsWith(published: Published, item: string): LifeEvent[] {
  return published.all('lifeEvent').filter(({ items }) => items.some((bundled) => bundled.item === item))
}

/** The sources of an item's own guide. */
export function sourcesOf(published: Published, item: string): Sources {
  const together = lifeEventsWith(published, item).flatMap(({ items }) =>
    items.map((bundled) => bundled.item),
  )
  return {
    elements: byCode(published.all('element')),
    items: byCode([...new Set([item, ...together])].map((code) => published.one('item', code))),
    materials: byCode(published.all('material')),
    resources: byCode(published.all('resource')),
    departments: byCode(published.all('department')),
    certificateTypes: byCode(published.all('certificateType')),
  }
}

function byCode<T extends { code: string }>(documents: readonly T[]): Record<string, T> {
  return Object.fromEntries(documents.map((document) => [document.code, document]))
}
