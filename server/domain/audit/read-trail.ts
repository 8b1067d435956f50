import type { AuditLine } from '#shared/contract/audit.ts'
import type { Look } from '../act.ts'
import { latestEntries } from './store.ts'

const PAGE = 100

/** A page of the trail, newest first. Reading it is itself a line. */
export async function readTrail(
  look: Look,
  { before }: { before?: string },
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const rows = await latestEntries(look.tx, PAGE + 1, before)
  look.note({ verb: 'audit.read', subjectKind: 'audit', subjectId: 'trail' })
  return {
    next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    lines: rows
      .slice(0, PAGE)
      .map(({ id, at, actorKind, actorId, verb, subjectKind, subjectId, detail }) => ({
        id,
        at,
        actorKind,
        actorId,
        verb,
        subject: `${subjectKind} ${subjectId}`,
        detail: JSON.stringify(detail),
      })),
  }
}
