import { systemActor } from '#shared/access/actor.ts'
import type { ExchangeFault, LookupOutcome } from '#shared/exchange/outcome.ts'
import { codeOfService, isService, SERVICE_PREFIX } from '#shared/exchange/outside-services.ts'
import { say } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'
import { logOutside } from '../exchange/index.ts'
import { asking, look } from '../perform.ts'
import { admit } from './admit.ts'
import { answerOf, type OutsideAnswer } from './answer.ts'
import { attemptCall } from './attempt.ts'
import { authenticate, checkHeaders, type Caller } from './authenticate.ts'
import { ProtocolError, type ProtocolCode } from './protocol.ts'
import type { OutsideRequest } from './request.ts'
import { aboutCall, NOBODY } from './services/about.ts'
import type { Served } from './services/service.ts'

/** What a call of a service that there is not, stands in the log for: the name it gave may be anything. */
const NO_SERVICE = `${SERVICE_PREFIX}unknown`

/**
 * Serves a call of another system: who it is, whether it was made now and never before, what it may have; then the
 * service, the log, and only then the answer.
 * @param at epoch milliseconds
 * @param failed told of anything that is no answer of the protocol; the system learns only that the portal failed
 */
export async function serveOutside(
  request: OutsideRequest,
  at: number,
  failed: (error: unknown) => void,
): Promise<OutsideAnswer> {
  const requestId = request.header('x-request-id').slice(0, 36)
  let caller: Caller | undefined
  try {
    caller = authenticate(request)
    checkHeaders(request, at)
    await admit(caller.app, request.header('x-nonce'), at)
    const { code, data } = await serve(caller, request, { requestId, at, failed })
    return answerOf(caller, { code, requestId, at, data })
  } catch (error) {
    if (!(error instanceof ProtocolError)) failed(error)
    const known = error instanceof ProtocolError ? error : new ProtocolError('5000')
    return answerOf(caller, { code: known.code, requestId, at, retryAfter: known.retryAfter })
  }
}

async function serve(
  caller: Caller,
  request: OutsideRequest,
  { requestId, at, failed }: { requestId: string; at: number; failed: (error: unknown) => void },
) {
  const started = performance.now()
  const { app } = caller
  const service = isService(request.service) ? request.service : undefined
  const { attempt, about } = await look(asking(systemActor(`app:${app.key}`), at), async (reading) => {
    const attempt = await attemptCall(caller, service, request, { look: reading, requestId, failed })
    const { code, params, served } = attempt
    if (!service || code === '0' || served?.subject) return { attempt, about: served ?? NOBODY }
    const consent = request.header('x-auth-id')
    return { attempt, about: await aboutCall(service, { look: reading, params, consent }) }
  })
  const { code, served, asked, fields } = attempt
  await logOutside(
    {
      app: app.key,
      unit: app.unit,
      service: service ? codeOfService(service) : NO_SERVICE,
      provider: about.provider,
      subject: about.subject,
      requestId,
      caseNo: about.caseNo ?? '',
      ground: served?.consent
        ? { kind: 'consent', id: served.consent }
        : { kind: 'grant', id: [app.key, service].filter(Boolean).join(' ') },
      asked: asked.length > 0 ? asked : fields,
      at,
    },
    {
      ...endOf(code, { isThere: about !== served && about.subject !== null }),
      fields: code === '0' ? fields : [],
      ms: Math.round(performance.now() - started),
    },
  )
  return { code, data: code === '0' && served ? dataOf(served, fields) : undefined }
}

/** How it stands in the log. What is there but is not this system's business is “not found” for the system alone. */
function endOf(
  code: ProtocolCode,
  { isThere }: { isThere: boolean },
): { outcome: LookupOutcome; fault: ExchangeFault | '' } {
  if (code === '0') return { outcome: 'found', fault: '' }
  if (code === '3001' && !isThere) return { outcome: 'not-found', fault: '' }
  if (code === '5000') return { outcome: 'unavailable', fault: 'provider-failed' }
  if (code === '2004') return { outcome: 'refused', fault: 'no-consent' }
  return { outcome: 'refused', fault: code === '1004' ? 'provider-refused' : 'no-grant' }
}

/** Rows with the fields allowed and no other. */
function dataOf({ rows, provider, updatedAt = 0 }: Served, fields: readonly string[]) {
  const department = catalog().find('department', provider)
  return {
    list: rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field))),
    ),
    updatedAt,
    sourceOrg: department ? say(department.name, 'zh') : '',
  }
}
