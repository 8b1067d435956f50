import type { Subject } from '#shared/exchange/subject.ts'
import type { Look } from '../../act.ts'
import type { ProtocolCode } from '../protocol.ts'
import type { Allowed } from '../grant.ts'

/** What a service is asked with. */
export interface ServiceCall {
  look: Look
  /** Key of the system that asks. */
  app: string
  params: Readonly<Record<string, string>>
  allowed: Allowed
  /** Number of the person's own permission; empty when the call names none. */
  consent: string
}

/** What a service answers, before it is cut to the fields allowed; and what the log has to know of it. */
export interface Served {
  code: Extract<ProtocolCode, '0' | '1004' | '2004' | '3001'>
  rows: Record<string, unknown>[]
  /** Whom it is about; null for nobody, or when that cannot be told. */
  subject: Subject | null
  /** Code of the department whose data it is; empty for nobody's. */
  provider: string
  /** The number of the case it is about. */
  caseNo?: string
  /** The consent it rests on. */
  consent?: string
  /** When what was answered last changed, epoch milliseconds; 0 when that means nothing. */
  updatedAt?: number
  /** Fields of `rows`, cut further by what the person agreed to; those of the grant when absent. */
  fields?: string[]
}

export type Service = (call: ServiceCall) => Promise<Served>

/** Nothing to answer. */
export function nothing(code: Exclude<Served['code'], '0'>, more: Partial<Served> = {}): Served {
  return { code, rows: [], subject: null, provider: '', ...more }
}
