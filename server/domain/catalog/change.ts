import type { CurrentRow } from './store/current.ts'

/** What becomes of one document: its new content, or null when it is no longer offered. */
export interface Change {
  kind: string
  code: string
  body: unknown
  /** Hash of the content in the city's files, when it comes from them. */
  fileHash?: string
}

/** Whose signature stands under a version; nobody's when it came with the city's files. */
export interface Signed {
  author: string | null
  publisher: string | null
  packageId: string | null
}

export const FROM_FILES: Signed = { author: null, publisher: null, packageId: null }

/** A code of the document's own, where it has one. */
export function codeIn(body: unknown, key: 'division' | 'department'): string | null {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
  return typeof value === 'string' ? value : null
}

/** Titles in both languages, for lists: whatever a document is called by. */
export function titleOf(body: unknown, code: string): string {
  for (const key of ['title', 'name', 'label']) {
    const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
    if (typeof text === 'object' && text !== null && 'zh' in text && 'en' in text)
      return `${String(text.zh)} / ${String(text.en)}`
  }
  return code
}

/** Items of one division are read when they are asked for, unless a life event uses them. */
export function staysResident({ kind, body }: Pick<Change, 'kind' | 'body'>, before?: CurrentRow): boolean {
  if (kind !== 'item') return true
  return codeIn(body, 'division') === null || (before?.resident ?? false)
}
