import { randomUUID } from 'node:crypto'
import { isError, type H3Event } from 'h3'
import type { Asking } from '#domain/perform.ts'
import { log } from './log.ts'

/**
 * Writes into the log what went wrong while a page or another answer was made, under the trace that the error page then
 * shows. What an endpoint refused has its trace and its line already.
 */
export function noteFailure(error: Error, event: H3Event | undefined): void {
  if (isError(error) && (error.statusCode < 500 || hasTrace(error.data))) return
  const asking: Asking | undefined = event?.context.asking
  const trace = asking?.trace ?? randomUUID()
  const [path] = (event?.path ?? '').split('?')
  log.error('unexpected error', { trace, page: path, stack: stackOf(error) })
  if (isError(error)) error.data = { trace }
}

function hasTrace(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'trace' in data && typeof data.trace === 'string'
}

/** Where an error was thrown, in one line. */
export function stackOf(error: unknown): string {
  return error instanceof Error && error.stack
    ? error.stack.split('\n').slice(0, 6).join(' | ')
    : String(error)
}
