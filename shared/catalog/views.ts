import type { DocumentKind } from './documents.ts'
import type { PlaceChange } from './difference.ts'
import type { Offer } from './offer.ts'
import type { PackageFinding, PackageState } from './package.ts'
import type { ReadablePart } from './readable.ts'

/** One document in the list of what is published. */
export interface DocumentLine {
  kind: DocumentKind
  code: string
  title: string
  version: number
  state: Offer['state'] | 'removed'
}

export interface DocumentList {
  kind: DocumentKind
  counts: { kind: DocumentKind; count: number }[]
  lines: DocumentLine[]
  /** The last code of the page, when there are more. */
  next: string | null
  /** Packages that wait for somebody to publish them. */
  waiting: number
}

export interface VersionLine {
  version: number
  /** Epoch milliseconds. */
  publishedAt: number
  author: string | null
  publisher: string | null
  package: string | null
}

export interface DocumentView {
  kind: DocumentKind
  code: string
  title: string
  /** The version that is shown. */
  version: number
  current: number
  removedAt: number | null
  offer: Offer
  versions: VersionLine[]
  parts: ReadablePart[]
  /** What differs from the version before. */
  differences: PlaceChange[]
  json: string
  /** May be paused, resumed, ended by whoever reads it. */
  mayOffer: boolean
}

export interface PackageLine {
  id: string
  title: string
  state: PackageState
  author: string
  createdAt: number
  startsAt: number
}

export interface PackageView extends PackageLine {
  publisher: string | null
  publishedAt: number | null
  reason: string | null
  findings: PackageFinding[]
  differences: { kind: string; code: string; what: 'added' | 'changed' | 'gone'; places: PlaceChange[] }[]
  /** Life events that can be tried as they would be. */
  previews: { code: string; title: string }[]
  json: string
  moves: { submit: boolean; publish: boolean; return: boolean; replace: boolean }
}

/** What one division offers, a page of it. */
export interface DivisionView {
  code: string
  name: string
  /** From the city down to the division itself. */
  above: { code: string; name: string }[]
  below: { code: string; name: string }[]
  departments: { code: string; name: string; count: number }[]
  department: string | null
  items: { code: string; name: string; summary: string }[]
  next: string | null
}
