import { createHash } from 'node:crypto'
import type { City } from '#db/city/city.ts'
import type {
  Documents,
  DocumentKind,
  HotlineSettings,
  LifeEvent,
  LookupPlan,
} from '#shared/catalog/documents.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { writeSetting } from '../settings/index.ts'
import { bundlesFor } from './resolve.ts'
import { insertBundle, insertDocuments, latestDocuments, type DocumentRow } from './store.ts'

/** A city's catalogue as its files give it, checked when read. */
export type CityCatalog = { [Kind in DocumentKind]: Documents[Kind][] } & {
  hotline: HotlineSettings
  enterpriseProfile: LookupPlan[]
}

/** The catalogue of a city as its files gave it. */
export function cityCatalog(city: City): CityCatalog {
  return {
    department: city.departments,
    division: city.divisions,
    hall: city.halls,
    codeList: city.codeLists,
    element: city.elements,
    resource: city.resources,
    material: city.materials,
    item: city.items,
    lifeEvent: city.lifeEvents,
    certificateType: city.certificateTypes,
    policy: city.policies,
    ratingTag: city.ratingTags,
    hotline: city.hotline,
    enterpriseProfile: city.enterpriseProfile,
  }
}

/**
 * Publishes every document that differs from its newest version, as a new version, and the bundles of the life events.
 * @returns how many documents were new
 */
export async function publishCity(act: Act, city: CityCatalog): Promise<number> {
  const known = new Map((await latestDocuments(act.tx)).map((row) => [`${row.kind} ${row.code}`, row]))
  const rows = documentsOf(city).flatMap(({ kind, code, body }): DocumentRow[] => {
    const hash = hashOf(body)
    const before = known.get(`${kind} ${code}`)
    if (before?.hash === hash) return []
    return [
      { id: newId(act.at), kind, code, version: (before?.version ?? 0) + 1, hash, body, publishedAt: act.at },
    ]
  })
  if (rows.length === 0) return 0
  await insertDocuments(act.tx, rows)
  for (const body of bundlesFor(city)) {
    const bundle: Bundle = { ...body, id: hashOf(body) }
    await insertBundle(act.tx, {
      id: bundle.id,
      code: bundle.lifeEvent.code,
      body: bundle,
      publishedAt: act.at,
    })
  }
  await writeSetting(act.tx, 'catalog.edition', act.at)
  act.note({
    verb: 'catalog.publish',
    subjectKind: 'catalog',
    subjectId: 'city',
    detail: { documents: rows.length },
  })
  return rows.length
}

/** SHA-256 of a document's content. */
function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex')
}

function documentsOf(city: CityCatalog): { kind: string; code: string; body: unknown }[] {
  const { hotline, enterpriseProfile, ...lists } = city
  const documents = Object.entries(lists).flatMap(([kind, list]) =>
    list.map((body: { code: string } | LifeEvent) => ({ kind, code: body.code, body })),
  )
  return [
    ...documents,
    { kind: 'hotline', code: 'hotline', body: hotline },
    { kind: 'enterpriseProfile', code: 'enterprise', body: enterpriseProfile },
  ]
}
