import * as v from 'valibot'
import type { FoundKind } from '../search/relevance.ts'
import { answers, get } from './contract.ts'
import { Raw } from './fields.ts'

export interface SearchResult {
  kind: FoundKind
  code: string
  title: string
  summary: string
  /** Of the page, without language. */
  path: string
  /** Of a life event: what it is made of. */
  items?: { code: string; name: string }[]
}

export interface SearchResults {
  q: string
  found: SearchResult[]
}

/** Longer questions are cut, not refused. */
const Query = v.pipe(
  v.optional(Raw, ''),
  v.transform((value) => [value].flat()[0]?.trim().slice(0, 100) ?? ''),
)

export const search = {
  find: get('/api/search', v.object({ q: Query }), answers<SearchResults>()),
}
