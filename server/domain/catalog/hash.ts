import { createHash } from 'node:crypto'

/** SHA-256 of a document's content, whatever order its keys come in: a database may keep another one. */
export function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body, sorted)).digest('hex')
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
