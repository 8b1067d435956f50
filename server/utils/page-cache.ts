import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { catalog } from '#domain/catalog/index.ts'

/** A page as it was rendered once, ready to be sent. */
export interface CachedPage {
  html: Buffer
  brotli: Buffer
  gzip: Buffer
  etag: string
  headers: Record<string, string>
  edition: number
  /** By the process's own time (`performance.now()`), which nobody sets back. */
  until: number
}

/** Figures on reading pages may be this old. */
const KEPT_MS = 15_000
const MOST_PAGES = 2000

const pages = new Map<string, CachedPage>()

/** The page kept under a key, unless it is too old or the catalogue was published anew. */
export function cachedPage(key: string, now: number): CachedPage | undefined {
  const page = pages.get(key)
  return page && page.until > now && page.edition === catalog().edition ? page : undefined
}

/** Keeps a rendered page; compressed once, for all who ask. */
export function keepPage(key: string, body: string, headers: Record<string, string>, now: number): void {
  if (pages.size >= MOST_PAGES) pages.clear()
  const html = Buffer.from(body)
  pages.set(key, {
    html,
    brotli: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: gzipSync(html),
    etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
    headers,
    edition: catalog().edition,
    until: now + KEPT_MS,
  })
}
