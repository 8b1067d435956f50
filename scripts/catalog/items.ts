import { read } from '#db'
import { readCity } from '#db/city/load.ts'
import {
  cityCatalog,
  FROM_FILES,
  inspect,
  publishChanges,
  publishCity,
  publishedCatalog,
  refreshCatalog,
} from '#domain/catalog/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { indexChanges } from '#domain/search/index.ts'
import { systemActor } from '#shared/access/actor.ts'
import type { Division, ServiceItem } from '#shared/catalog/documents.ts'
import type { CatalogPackage } from '#shared/catalog/package.ts'
import { moreDivisions } from './divisions.ts'

/** So many items are checked and published in one transaction. */
const AT_ONCE = 2000

/** The digit of the level that exercises an item, domain.md §2.3. */
const LEVEL_DIGIT = { city: '3', district: '4', street: '5', community: '6', grid: '6' } as const

/** Publishes so many items, made from those of the city for one division after the other, and indexes them. */
export async function publishItems(wanted: number): Promise<{ items: number; divisions: number }> {
  const who = asking(systemActor('items'))
  await perform(who, (act) => publishCity(act, cityCatalog(readCity('db/city'))))
  const { item, division } = await publishedCatalog(read())
  const templates = item.filter((each) => each.division === undefined)
  const places = divisionsFor(division, Math.ceil(wanted / templates.length))
  const known = new Set(division.map(({ code }) => code))
  await publishPackage({ division: places.filter(({ code }) => !known.has(code)) })
  for (let from = 0; from < wanted; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, wanted - from)
    await publishPackage({
      item: Array.from({ length: count }, (_, i) => itemAt(templates, places, from + i)),
    })
  }
  await refreshCatalog()
  await indexChanges()
  return { items: wanted, divisions: places.length }

  async function publishPackage(content: CatalogPackage): Promise<void> {
    const { changes, findings } = inspect(content, await publishedCatalog(read()))
    const [first] = findings
    if (first && first.document !== '') throw new Error(`${first.document}: ${first.path}: ${first.what}`)
    await perform({ ...who, at: Date.now() }, (act) => publishChanges(act, changes, FROM_FILES))
  }
}

/** Districts, streets and communities, those that there are and others until there are enough; the city has its own. */
function divisionsFor(division: readonly Division[], wanted: number): Division[] {
  const city = division.find(({ level }) => level === 'city')
  if (!city) throw new Error('the catalogue has no city among its divisions')
  const own = division.filter(({ level }) => level !== 'grid' && level !== 'city')
  const known = new Set(own.map(({ code }) => code))
  const more = moreDivisions(city, Math.max(0, wanted - own.length))
  return [...own, ...more.filter(({ code }) => !known.has(code))].slice(0, Math.max(wanted, 1))
}

function itemAt(templates: readonly ServiceItem[], places: readonly Division[], index: number): ServiceItem {
  const template = templates[index % templates.length]
  const place = places[Math.floor(index / templates.length)]
  if (!template || !place) throw new Error(`there is no division for item ${index}`)
  const { zh, en } = template.name
  return {
    ...template,
    code: `${template.code}-${place.code}`,
    taskCode: `${template.taskCode.slice(0, 18)}${LEVEL_DIGIT[place.level]}${template.catalogCode}`,
    name: { zh: `${zh}（${place.name.zh}）`, en: `${en} (${place.name.en})` },
    division: place.code,
  }
}
