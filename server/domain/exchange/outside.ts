import type { ExchangeFault, LookupOutcome } from '#shared/exchange/outcome.ts'
import type { Subject } from '#shared/exchange/subject.ts'
import { newId } from '#shared/id.ts'
import { record } from './journal.ts'
import { subjectKey } from './log-row.ts'

/** What another system asked the portal. */
interface OutsideCall {
  /** Key and department of the system. */
  app: string
  unit: string
  /** Code of the service, as it stands in the log. */
  service: string
  /** Code of the department whose data it is; empty for nobody's. */
  provider: string
  /** Whom it is about; null when about nobody, or when that cannot be told. */
  subject: Subject | null
  requestId: string
  /** The number of the case it is about; empty when about none. */
  caseNo: string
  ground: { kind: 'grant' | 'consent'; id: string }
  asked: string[]
  /** Epoch milliseconds. */
  at: number
}

/** How it ended. */
interface OutsideEnd {
  outcome: LookupOutcome
  fault: ExchangeFault | ''
  /** Fields that leave. */
  fields: string[]
  ms: number
}

/**
 * Writes another system's call into the log of look-ups, so that whom it is about sees it there. Resolves once it is
 * durable: only then may values leave. Nothing is asked of anybody else meanwhile, so one row says all.
 */
export function logOutside(call: OutsideCall, { outcome, fault, fields, ms }: OutsideEnd): Promise<void> {
  return record({
    id: newId(call.at),
    subject: call.subject === null ? '' : subjectKey(call.subject),
    subjectKind: call.subject?.kind ?? 'nobody',
    resource: call.service,
    provider: call.provider,
    matterKind: 'outside',
    matterId: call.requestId,
    matterNo: call.caseNo,
    item: '',
    actorKind: 'app',
    actorId: call.app,
    unit: call.unit,
    groundKind: call.ground.kind,
    ground: call.ground.id,
    asked: call.asked,
    fields,
    outcome,
    fault,
    cached: false,
    ms,
    at: call.at,
    answeredAt: call.at + ms,
  })
}
