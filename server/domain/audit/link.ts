import { createHash } from 'node:crypto'

/** What a line of the trail says; its hash covers all of it and the hash of the line before. */
export interface Line {
  id: string
  chain: number
  seq: number
  at: number
  actorKind: string
  actorId: string
  verb: string
  subjectKind: string
  subjectId: string
  detail: Record<string, unknown>
  trace: string
}

/** The first link of every chain. */
export const FIRST_LINK = '0'.repeat(64)

/** SHA-256 over the previous hash and the line. The detail is ordered by key: jsonb does not keep the order. */
export function link(previous: string, line: Line): string {
  const content = [
    previous,
    line.id,
    line.chain,
    line.seq,
    line.at,
    line.actorKind,
    line.actorId,
    line.verb,
    line.subjectKind,
    line.subjectId,
    canonical(line.detail),
    line.trace,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, canonical(each)])
}
