import { OUTSIDE_SERVICES, type OutsideService } from '#shared/exchange/outside-services.ts'
import type { Look } from '../act.ts'
import type { Caller } from './authenticate.ts'
import { allowed } from './grant.ts'
import { ProtocolError, type ProtocolCode } from './protocol.ts'
import { readAsked, type OutsideRequest } from './request.ts'
import type { Served } from './services/service.ts'
import { SERVICES } from './services/services.ts'

/** What became of a call, as far as it got: it stands in the log whatever became of it. */
export interface Attempt {
  code: ProtocolCode
  params: Record<string, string>
  /** Of the fields that it names those that the service has. */
  asked: string[]
  /** Fields that may leave. */
  fields: string[]
  /** What the service says; undefined when it was not asked, or failed. */
  served?: Served
}

/**
 * Reads a call and asks its service, if the system may have that.
 * @param service undefined when there is no such service
 * @param failed told of anything that is no answer of the protocol
 */
export async function attemptCall(
  { app }: Caller,
  service: OutsideService | undefined,
  request: OutsideRequest,
  { look, requestId, failed }: { look: Look; requestId: string; failed: (error: unknown) => void },
): Promise<Attempt> {
  const attempt: Attempt = { code: '2001', params: {}, asked: [], fields: [] }
  if (!service) return attempt
  try {
    const { params, fields } = readAsked(app, request, requestId)
    attempt.params = params
    attempt.asked = fields.filter((field) => Object.hasOwn(OUTSIDE_SERVICES[service].fields, field))
    const may = allowed(app, service, fields, look.at)
    const consent = request.header('x-auth-id')
    const served = await SERVICES[service]({ look, app: app.key, params, allowed: may, consent })
    return { ...attempt, code: served.code, served, fields: served.fields ?? may.fields }
  } catch (error) {
    if (error instanceof ProtocolError) return { ...attempt, code: error.code }
    failed(error)
    return { ...attempt, code: '5000' }
  }
}
