import { read } from '#db'
import type {
  CodeList,
  Division,
  DocumentKind,
  Documents,
  HotlineSettings,
  LookupPlan,
} from '#shared/catalog/documents.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { completeElements } from './complete-elements.ts'
import { editionNow } from './edition.ts'
import { residentsSince, type CurrentDocument } from './store/current.ts'
import { offerRows, type OfferRow } from './store/offers.ts'

/** What is published now, as one consistent whole. Items of single divisions are read by `publishedItem` instead. */
export interface Snapshot {
  /** Changes with every publication. */
  edition: number
  /** A document that something refers to, even when it is no longer offered. */
  one<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind]
  find<Kind extends DocumentKind>(kind: Kind, code: string): Documents[Kind] | undefined
  all<Kind extends DocumentKind>(kind: Kind): Documents[Kind][]
  /** The same with what is no longer offered, which items of divisions may still name. */
  ever<Kind extends DocumentKind>(kind: Kind): Documents[Kind][]
  /** The bundle that new drafts of a life event get. */
  bundleId(lifeEvent: string): string | undefined
  /** What was said about offering an item or a life event. */
  offer(kind: string, code: string): OfferRow | undefined
  hotline: HotlineSettings
  /** Which look-ups give which facts about an enterprise. */
  enterpriseProfile: LookupPlan[]
}

type ByKind = ReadonlyMap<string, ReadonlyMap<string, CurrentDocument>>

let current: { snapshot: Snapshot; byKind: ByKind } | undefined

/** The snapshot of this process. */
export function catalog(): Snapshot {
  if (!current) throw new Error('the catalogue has not been read yet')
  return current.snapshot
}

/** Reads what changed in the catalogue if somebody published meanwhile; answers whether it did. */
export async function refreshCatalog(): Promise<boolean> {
  const edition = await editionNow(read())
  if (current?.snapshot.edition === edition) return false
  const changed = await residentsSince(read(), current?.snapshot.edition ?? -1)
  const byKind = merged(current?.byKind ?? new Map(), changed)
  current = { byKind, snapshot: snapshotOf(edition, byKind, await offerRows(read())) }
  return true
}

/** Only the kinds with changes are copied: who holds the snapshot before keeps it whole. */
function merged(before: ByKind, changed: readonly CurrentDocument[]): ByKind {
  const after = new Map(before)
  const own = new Map<string, Map<string, CurrentDocument>>()
  for (const row of changed) {
    let documents = own.get(row.kind)
    if (!documents) {
      documents = new Map(before.get(row.kind))
      own.set(row.kind, documents)
      after.set(row.kind, documents)
    }
    documents.set(row.code, row)
  }
  return after
}

function snapshotOf(edition: number, byKind: ByKind, offers: readonly OfferRow[]): Snapshot {
  const listed = new Map<string, unknown[]>()
  const said = new Map(offers.map((offer) => [`${offer.kind} ${offer.code}`, offer]))
  const row = (kind: string, code: string) => byKind.get(kind)?.get(code)
  const rows = (kind: string) => [...(byKind.get(kind)?.values() ?? [])]
  const offered = (kind: string) => rows(kind).filter(({ removedAt }) => removedAt === null)
  let elements: Map<string, DataElement> | undefined
  /** Elements with the options that other documents give them; worked out when one is first asked for. */
  function elementOf(code: string): DataElement | undefined {
    elements ??= new Map(
      completeElements(
        rows('element').map(({ body }) => body as DataElement),
        {
          codeList: offered('codeList').map(({ body }) => body as CodeList),
          division: offered('division').map(({ body }) => body as Division),
        },
      ).map((element) => [element.code, element]),
    )
    return elements.get(code)
  }
  const bodyOf = ({ kind, code, body }: CurrentDocument) => (kind === 'element' ? elementOf(code) : body)
  return {
    edition,
    one(kind, code) {
      const document = row(kind, code)
      if (!document) throw new Error(`no ${kind} ${code} is published`)
      return bodyOf(document) as never
    },
    find(kind, code) {
      const document = row(kind, code)
      return (document?.removedAt === null ? bodyOf(document) : undefined) as never
    },
    all(kind) {
      let list = listed.get(kind)
      if (!list) listed.set(kind, (list = offered(kind).map(bodyOf)))
      return list as never
    },
    ever: (kind) => rows(kind).map(bodyOf) as never,
    bundleId: (code) => row('lifeEvent', code)?.bundleId ?? undefined,
    offer: (kind, code) => said.get(`${kind} ${code}`),
    hotline: row('hotline', 'hotline')?.body as HotlineSettings,
    enterpriseProfile: (row('enterpriseProfile', 'enterprise')?.body ?? []) as LookupPlan[],
  }
}
