import { read } from '#db'
import type { DocumentKind, Documents, HotlineSettings, LookupPlan } from '#shared/catalog/documents.ts'
import { readSetting } from '../settings/index.ts'
import { latestDocuments } from './store.ts'

/** What is published now, as one consistent whole. */
export interface Snapshot {
  /** Changes with every publication. */
  edition: number
  one<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind]
  find<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind] | undefined
  all<Kind extends DocumentKind>(kind: Kind): Documents[Kind][]
  hotline: HotlineSettings
  /** Which look-ups give which facts about an enterprise. */
  enterpriseProfile: LookupPlan[]
}

let current: Snapshot | undefined

/** The snapshot of this process. */
export function catalog(): Snapshot {
  if (!current) throw new Error('the catalogue has not been read yet')
  return current
}

/** Reads the catalogue again if somebody published meanwhile; answers whether it did. */
export async function refreshCatalog(): Promise<boolean> {
  const edition = Number((await readSetting(read(), 'catalog.edition')) ?? 0)
  if (current?.edition === edition) return false
  const rows = await latestDocuments(read())
  const byKind = new Map<string, Map<string, unknown>>()
  for (const { kind, code, body } of rows) {
    const documents = byKind.get(kind) ?? new Map<string, unknown>()
    byKind.set(kind, documents.set(code, body))
  }
  current = snapshotOf(edition, byKind)
  return true
}

function snapshotOf(edition: number, byKind: ReadonlyMap<string, ReadonlyMap<string, unknown>>): Snapshot {
  const find: Snapshot['find'] = (kind, code) => byKind.get(kind)?.get(code) as never
  return {
    edition,
    find,
    one(kind, code) {
      const document = find(kind, code)
      if (!document) throw new Error(`no ${kind} ${code} is published`)
      return document
    },
    all: (kind) => [...(byKind.get(kind)?.values() ?? [])] as never,
    hotline: byKind.get('hotline')?.get('hotline') as HotlineSettings,
    enterpriseProfile: (byKind.get('enterpriseProfile')?.get('enterprise') ?? []) as LookupPlan[],
  }
}
