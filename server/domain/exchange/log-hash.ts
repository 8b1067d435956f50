import { createHash } from 'node:crypto'
import type { LogRow } from './store/log.ts'

/**
 * SHA-256 over rows of the log, for the audit trail: changed afterwards, they do not fit it any more. `open` covers what
 * was said before the call, which never changes; `ended` covers the whole row.
 */
export function hashOfRows(rows: readonly LogRow[], part: 'open' | 'ended'): string {
  const hash = createHash('sha256')
  for (const row of rows)
    hash.update(JSON.stringify(part === 'open' ? opening(row) : [opening(row), ending(row)]))
  return hash.digest('base64url')
}

function opening(row: LogRow): unknown[] {
  return [
    row.id,
    row.subject,
    row.subjectKind,
    row.resource,
    row.provider,
    row.matterKind,
    row.matterId,
    row.matterNo,
    row.item,
    row.actorKind,
    row.actorId,
    row.unit,
    row.groundKind,
    row.ground,
    row.asked,
    row.at,
  ]
}

function ending({ fields, outcome, fault, cached, ms, answeredAt }: LogRow): unknown[] {
  return [fields, outcome, fault, cached, ms, answeredAt]
}
