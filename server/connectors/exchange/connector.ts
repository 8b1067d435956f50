import type { ExchangeFault } from '#shared/exchange/outcome.ts'
import type { FactValue } from '#shared/rules/condition.ts'

/** A row of a register's answer, by the names our catalogue gives its fields. */
export type RegisterRow = Record<string, FactValue>

/** What a provider learns about the reason of a call, domain.md §11.5 (`biz`). */
export interface CallPurpose {
  /** Number or id of the draft or case. */
  matter: string
  /** Code of the service item. */
  item: string
  /** Who asks: an actor's id, or `system`. */
  operator: string
  /** Code of the department that asks. */
  unit: string
  /** The person's own permission, when the call rests on one. */
  consent?: string
}

/** One call to a resource. */
export interface Call {
  /** Code of the resource in our catalogue; to a connector behind a route, the other system's name of it. */
  resource: string
  params: Readonly<Record<string, string>>
  /** UUID. A repeated `tell` keeps it; a repeated `ask` has a new one. */
  requestId: string
  /** The fields wanted; no other may be passed on. */
  fields: readonly string[]
  purpose: CallPurpose
  /** Aborted when the deadline is over: the connector then lets go of its socket. */
  signal: AbortSignal
}

export interface Answer {
  rows: RegisterRow[]
  /** When the provider last changed it, as it says itself, epoch milliseconds; null when it does not say. */
  updatedAt: number | null
}

/** Why a call came to nothing. The only error a connector throws. */
export class ExchangeError extends Error {
  readonly fault: ExchangeFault
  /** How long the provider asks us to wait. */
  readonly retryAfterMs?: number

  constructor(fault: ExchangeFault, message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'ExchangeError'
    this.fault = fault
    this.retryAfterMs = retryAfterMs
  }
}

/** A resource that an outside system says it offers. */
export interface OfferedService {
  /** As it is called there. */
  service: string
  provider: string
  /** Methods or operations, when it tells them. */
  operations: string[]
  /** Whether we may call it already. */
  allowed?: boolean
  /** From its own description, when it has one that can be read. */
  title?: string
  inputs?: string[]
  outputs?: string[]
  /** Set when this is a provider that does not say what it offers. */
  fault?: ExchangeFault
}

/** A kind of outside system that answers look-ups. Every connector passes the same contract test. */
export interface ExchangeConnector {
  /**
   * Asks a resource. No rows means "not found", which is not "no".
   * @throws ExchangeError
   */
  ask(call: Call): Promise<Answer>
  /**
   * Tells a resource something, and gets what it makes of it. The same request id twice is one act.
   * @throws ExchangeError
   */
  tell(call: Call): Promise<RegisterRow>
  /** What the system offers, to fill the catalogue; absent when it cannot tell. */
  list?(signal: AbortSignal): Promise<OfferedService[]>
  close?(): Promise<void>
}
