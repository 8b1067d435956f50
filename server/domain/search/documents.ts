import type { LifeEvent, Policy, ServiceItem } from '#shared/catalog/documents.ts'
import type { Text } from '#shared/text.ts'
import type { Snapshot } from '../catalog/index.ts'
import type { SearchDocument } from './store.ts'

/** Everything of the catalogue that can be found. */
export function documentsOf(catalog: Pick<Snapshot, 'all'>): SearchDocument[] {
  return [
    ...catalog.all('lifeEvent').map(fromLifeEvent),
    ...catalog.all('item').map(fromItem),
    ...catalog.all('policy').map(fromPolicy),
  ]
}

function fromLifeEvent({ code, title, name, summary, aliases }: LifeEvent): SearchDocument {
  const own = both(title, name)
  return document('lifeEvent', code, {
    title,
    summary,
    own,
    other: both(...aliases),
    path: `/events/${code}`,
  })
}

function fromItem({ code, name, summary, result }: ServiceItem): SearchDocument {
  return document('item', code, {
    title: name,
    summary,
    own: both(name),
    other: both(result.name),
    path: `/items/${code}`,
  })
}

function fromPolicy({ code, name, target, benefit }: Policy): SearchDocument {
  const summary = { zh: `${benefit.text.zh}。`, en: `${benefit.text.en}.` }
  return document('policy', code, {
    title: name,
    summary,
    own: both(name),
    other: both(target),
    path: `/policies/${code}`,
  })
}

function document(
  kind: SearchDocument['kind'],
  code: string,
  {
    title,
    summary,
    own,
    other,
    path,
  }: { title: Text; summary: Text; own: string[]; other: string[]; path: string },
): SearchDocument {
  return {
    id: `${kind}:${code}`,
    kind,
    code,
    title,
    summary,
    names: [...own, ...other],
    ownNames: own.length,
    path,
  }
}

function both(...texts: Text[]): string[] {
  return texts.flatMap((text) => [text.zh, text.en])
}
