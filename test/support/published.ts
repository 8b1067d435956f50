import { readCity } from '../../db/city/load.ts'
import { cityCatalog } from '../../server/domain/catalog/city-catalog.ts'
import { bundlesFor } from '../../server/domain/catalog/resolve.ts'
import type { Bundle } from '../../shared/catalog/bundle.ts'
import type { DocumentKind, Documents } from '../../shared/catalog/documents.ts'
import type { Published } from '../../shared/guides/published.ts'

/** The demo city's catalogue without a database, for tests of what is pure. */
const city = readCity('db/city')

/** The whole catalogue by kind. */
export const whole = cityCatalog(city)
const lists: { [Kind in DocumentKind]: Documents[Kind][] } = whole

export const profile = city.enterpriseProfile

export const published: Published = {
  all: (kind) => lists[kind],
  find: (kind, code) => lists[kind].find((document) => document.code === code),
  one(kind, code) {
    const document = published.find(kind, code)
    if (!document) throw new Error(`there is no ${kind} ${code}`)
    return document
  },
}

/** Every life event with everything it refers to. */
export function bundles(): Bundle[] {
  return bundlesFor(whole).map((found) => ({ ...found, id: found.lifeEvent.code }))
}

/** A life event with everything it refers to. */
export function bundle(code: string): Bundle {
  const all = bundlesFor(whole)
  const found = all.find(({ lifeEvent }) => lifeEvent.code === code)
  if (!found) throw new Error(`there is no life event ${code}`)
  return { ...found, id: code }
}
