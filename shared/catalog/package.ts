import type { DocumentKind, Documents } from './documents.ts'

/** Every kind of document, in the order in which lists show them. */
export const DOCUMENT_KINDS = [
  'lifeEvent',
  'item',
  'material',
  'element',
  'codeList',
  'resource',
  'certificateType',
  'documentTemplate',
  'department',
  'division',
  'hall',
  'policy',
  'ratingTag',
] as const satisfies readonly DocumentKind[]

/** Whether a word names a kind of document. */
export function isDocumentKind(word: string): word is DocumentKind {
  return DOCUMENT_KINDS.some((kind) => kind === word)
}

/**
 * Documents that are published together: lists by kind, and under `remove` the codes, by kind, of what is no longer
 * offered. An officer writes it as one JSON object.
 */
export type CatalogPackage = { [Kind in DocumentKind]?: Documents[Kind][] } & {
  remove?: { [Kind in DocumentKind]?: string[] }
}

/** How far a package is: written, checked without findings, handed over, planned, counting, sent back. */
export type PackageState = 'draft' | 'checked' | 'submitted' | 'scheduled' | 'published' | 'returned'

/** One line of a check: the document, the place in it, what to do. */
export interface PackageFinding {
  document: string
  path: string
  what: string
}
