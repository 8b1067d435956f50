import type { LifeEvent, ServiceItem } from '../catalog/documents.ts'
import type { SearchResults } from '../contract/search.ts'
import type { Lang } from '../text.ts'

/** What search reads of the catalogue. */
export interface Known {
  lifeEvent(code: string): LifeEvent | undefined
  item(code: string): ServiceItem | undefined
}

/** Puts the items of each life event that was found under it, and takes them out of the list below. */
export function underEvents(results: SearchResults, known: Known, lang: Lang): SearchResults {
  const shown = new Set<string>()
  const found = results.found.map((result) => {
    if (result.kind !== 'lifeEvent') return result
    const items = (known.lifeEvent(result.code)?.items ?? []).flatMap(({ item }) => known.item(item) ?? [])
    // An item of two life events stands under the better one.
    const fresh = items.filter(({ code }) => !shown.has(code))
    for (const { code } of fresh) shown.add(code)
    return { ...result, items: fresh.map(({ code, name }) => ({ code, name: name[lang] })) }
  })
  return { ...results, found: found.filter(({ kind, code }) => kind !== 'item' || !shown.has(code)) }
}
