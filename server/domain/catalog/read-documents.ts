import { can } from '#shared/access/can.ts'
import { differencesOf } from '#shared/catalog/difference.ts'
import type { DocumentKind } from '#shared/catalog/documents.ts'
import type { Offer } from '#shared/catalog/offer.ts'
import { DOCUMENT_KINDS } from '#shared/catalog/package.ts'
import { readable } from '#shared/catalog/readable.ts'
import type { DocumentLine, DocumentList, DocumentView } from '#shared/catalog/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { offerOf } from './offers.ts'
import { catalog } from './snapshot.ts'
import { countByKind, currentDocument, currentPage, currentRows, type CurrentRow } from './store/current.ts'
import { documentVersion, versionsOf } from './store/documents.ts'
import { offerRows } from './store/offers.ts'
import { countSubmitted } from './store/packages.ts'

const PAGE = 50

/** A page of what is published of one kind; `closed` is what is paused or has ended. */
export async function listDocuments(
  look: Look,
  {
    kind,
    state,
    q,
    after,
  }: { kind: DocumentKind | ''; state: '' | 'closed' | 'removed'; q: string; after: string },
): Promise<DocumentList> {
  const shown = kind || 'lifeEvent'
  const counts = await countByKind(look.tx)
  const rows =
    state === 'closed'
      ? await closedRows(look, shown)
      : await currentPage(
          look.tx,
          { kind: shown, removed: state === 'removed', ...(q && { words: q }) },
          after,
          PAGE + 1,
        )
  const page = rows.slice(0, PAGE)
  return {
    kind: shown,
    counts: DOCUMENT_KINDS.map((each) => ({ kind: each, count: counts.get(each) ?? 0 })),
    lines: page.map((row) => lineOf(row, shown, look.at)),
    next: rows.length > PAGE ? (page.at(-1)?.code ?? null) : null,
    waiting: await countSubmitted(look.tx),
  }
}

/** What is paused or has ended is a handful. */
async function closedRows(look: Look, kind: DocumentKind): Promise<CurrentRow[]> {
  if (kind !== 'item' && kind !== 'lifeEvent') return []
  const closed = (await offerRows(look.tx)).filter(
    (row) => row.kind === kind && offerOf(kind, row.code, look.at).state !== 'open',
  )
  return [...(await currentRows(look.tx, closed)).values()].slice(0, PAGE)
}

function lineOf(
  { code, title, version, removedAt }: CurrentRow,
  kind: DocumentKind,
  at: number,
): DocumentLine {
  const state = removedAt === null ? stateOf(kind, code, at).state : 'removed'
  return { kind, code, title, version, state }
}

function stateOf(kind: DocumentKind, code: string, at: number): Offer {
  if (kind === 'item' || kind === 'lifeEvent') return offerOf(kind, code, at)
  return { state: 'open', since: null, until: null, notice: null }
}

/** A document with all its versions, one of them whole. */
export async function readDocument(
  look: Look,
  { kind, code, version }: { kind: DocumentKind; code: string; version: string },
): Promise<DocumentView> {
  const current = await currentDocument(look.tx, kind, code)
  if (!current) throw new Refusal('not_found')
  const wanted = version === '' ? current.version : Number(version)
  const shown = await documentVersion(look.tx, kind, code, wanted)
  if (!shown) throw new Refusal('not_found')
  const before = await documentVersion(look.tx, kind, code, wanted - 1)
  return {
    kind,
    code,
    title: current.title,
    version: wanted,
    current: current.version,
    removedAt: current.removedAt,
    offer: stateOf(kind, code, look.at),
    versions: (await versionsOf(look.tx, kind, code)).map((each) => ({
      version: each.version,
      publishedAt: each.publishedAt,
      author: each.author,
      publisher: each.publisher,
      package: each.packageId,
    })),
    parts: readable(shown.body, (element) => catalog().find('element', element), look.lang),
    differences: before ? differencesOf(before.body, shown.body) : [],
    json: JSON.stringify(shown.body, null, 2),
    mayOffer:
      (kind === 'item' || kind === 'lifeEvent') &&
      current.removedAt === null &&
      can(look.actor, 'catalog.publish'),
  }
}
