import { randomUUID } from 'node:crypto'
import { actorId } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { CONNECTORS } from '../../connectors/exchange/connectors.ts'
import type { RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import { perform, type Asking } from '../perform.ts'
import { insertLookups, type LookupRow } from './store.ts'

/** A source has this long to answer, domain.md §11.5; nobody waits for the slowest beyond it. */
const DEADLINE_MS = 3000

/** One question to one resource about one person or organisation. */
export interface LookupRequest {
  resource: string
  params: Record<string, string>
  subject: { kind: 'person' | 'organisation'; id: string }
  /** The draft, case or match it is needed for. */
  purpose: string
  ground: { kind: 'consent' | 'law'; ref: string }
}

export interface LookupAnswer {
  resource: string
  outcome: 'found' | 'not-found' | 'several' | 'unavailable'
  rows: RegisterRow[]
  at: number
}

/**
 * Asks all resources at once, each with its own deadline, and records every call. Never throws for a source that is
 * down: its outcome is `unavailable`. Must not be called within a transaction.
 */
export async function lookUp(who: Asking, requests: readonly LookupRequest[]): Promise<LookupAnswer[]> {
  if (requests.length === 0) return []
  const asked = await Promise.all(requests.map((request) => ask(request, who.at)))
  await perform(who, async (act) => {
    await insertLookups(
      act.tx,
      asked.map(({ row }) => ({
        ...row,
        actorKind: act.actor.kind,
        actorId: actorId(act.actor),
        id: newId(act.at),
      })),
    )
    for (const { row } of asked) {
      act.note({
        verb: 'exchange.lookUp',
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        detail: { resource: row.resource, outcome: row.outcome, purpose: row.purpose },
      })
    }
  })
  return asked.map(({ answer }) => answer)
}

type Recorded = { answer: LookupAnswer; row: Omit<LookupRow, 'id' | 'actorKind' | 'actorId'> }

async function ask(request: LookupRequest, at: number): Promise<Recorded> {
  const { resource, params, subject, purpose, ground } = request
  const started = performance.now()
  const rows = await rowsOf(resource, params)
  const ms = Math.round(performance.now() - started)
  const outcome =
    rows === undefined
      ? 'unavailable'
      : rows.length === 0
        ? 'not-found'
        : rows.length === 1
          ? 'found'
          : 'several'
  const fields = outcome === 'found' ? Object.keys(rows?.[0] ?? {}) : []
  return {
    answer: { resource, outcome, rows: rows ?? [], at },
    row: {
      resource,
      subjectId: subject.id,
      subjectKind: subject.kind,
      purpose,
      groundKind: ground.kind,
      ground: ground.ref,
      fields,
      outcome,
      ms,
      at,
    },
  }
}

async function rowsOf(resource: string, params: Record<string, string>): Promise<RegisterRow[] | undefined> {
  const connector = CONNECTORS[catalog().one('resource', resource).connector]
  if (!connector) return undefined
  const signal = AbortSignal.timeout(DEADLINE_MS)
  try {
    return await connector.ask(resource, params, randomUUID(), signal)
  } catch {
    return undefined
  }
}
