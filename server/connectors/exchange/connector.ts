import type { FactValue } from '#shared/rules/condition.ts'

/** A row of a register's answer, by field. */
export type RegisterRow = Record<string, FactValue>

/** A kind of outside system that answers look-ups. Every connector passes the same contract test. */
export interface ExchangeConnector {
  /**
   * Asks a resource. No rows means "not found", which is not "no".
   * @param requestId names the call, for the provider's log
   * @throws when the source is down, in maintenance or too slow
   */
  ask(
    resource: string,
    params: Record<string, string>,
    requestId: string,
    signal: AbortSignal,
  ): Promise<RegisterRow[]>
  /**
   * Tells a resource something, and gets what it makes of it. The same request id twice is one act.
   * @throws when the source is down or refuses
   */
  tell(
    resource: string,
    params: Record<string, string>,
    requestId: string,
    signal: AbortSignal,
  ): Promise<RegisterRow>
}
