import type { LifeEvent, Policy, ServiceItem } from '#shared/catalog/documents.ts'
import type { Text } from '#shared/text.ts'
import type { ChangedDocument } from '../catalog/index.ts'
import type { SearchDocument } from './store.ts'

/** What of a changed document can be found; undefined for kinds that cannot, and for what is no longer offered. */
export function documentOf({ kind, body }: ChangedDocument): SearchDocument | undefined {
  if (body === undefined) return undefined
  // The catalogue keeps nothing that has not the shape of its kind.
  if (kind === 'lifeEvent') return fromLifeEvent(body as LifeEvent)
  if (kind === 'item') return fromItem(body as ServiceItem)
  return kind === 'policy' ? fromPolicy(body as Policy) : undefined
}

/** The id of a catalogue document in the index. */
export function idOf({ kind, code }: Pick<ChangedDocument, 'kind' | 'code'>): string {
  return `${kind}:${code}`
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

function fromItem({ code, name, summary, result, aliases = [] }: ServiceItem): SearchDocument {
  return document('item', code, {
    title: name,
    summary,
    own: both(name),
    other: both(result.name, ...aliases),
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
    id: idOf({ kind, code }),
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
