import { systemActor } from '#shared/access/actor.ts'
import type { ExchangeFault, LookupOutcome } from '#shared/exchange/outcome.ts'
import { codeOfService, isService, type OutsideService } from '#shared/exchange/outside-services.ts'
import { say } from '#shared/text.ts'
import { catalog } from '../catalog/index.ts'
import { logOutside } from '../exchange/index.ts'
import { asking, look } from '../perform.ts'
import { admit } from './admit.ts'
import { answerOf, type OutsideAnswer } from './answer.ts'
import { authenticate, checkHeaders, type Caller } from './authenticate.ts'
import { allowed, type Allowed } from './grant.ts'
import { ProtocolError, type ProtocolCode } from './protocol.ts'
import { readAsked, type OutsideRequest } from './request.ts'
import { nothing, type Served } from './services/service.ts'
import { SERVICES } from './services/services.ts'

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
    const { code, data } = await serve(caller, request, requestId, at)
    return answerOf(caller, { code, requestId, at, data })
  } catch (error) {
    if (!(error instanceof ProtocolError)) failed(error)
    const known = error instanceof ProtocolError ? error : new ProtocolError('5000')
    return answerOf(caller, { code: known.code, requestId, at, retryAfter: known.retryAfter })
  }
}

async function serve({ app }: Caller, request: OutsideRequest, requestId: string, at: number) {
  const { service } = request
  if (!isService(service)) throw new ProtocolError('2001')
  const started = performance.now()
  const asked = readAsked(app, request, requestId)
  const answered = await answerTo(service, asked.params, () => allowed(app, service, asked.fields, at), {
    app: app.key,
    consent: request.header('x-auth-id'),
    at,
  })
  const { served, fields, code } = answered
  await logOutside(
    {
      app: app.key,
      unit: app.unit,
      service: codeOfService(service),
      provider: served.provider,
      subject: served.subject,
      requestId,
      caseNo: served.caseNo ?? '',
      ground: served.consent
        ? { kind: 'consent', id: served.consent }
        : { kind: 'grant', id: `${app.key} ${service}` },
      asked: asked.fields.length > 0 ? asked.fields : fields,
      at,
    },
    { ...endOf(code), fields: code === '0' ? fields : [], ms: Math.round(performance.now() - started) },
  )
  return { code, data: code === '0' ? dataOf(served, fields) : undefined }
}

/** What a service answers; or, when the system may not have it, that it was asked for. */
async function answerTo(
  service: OutsideService,
  params: Record<string, string>,
  grant: () => Allowed,
  { app, consent, at }: { app: string; consent: string; at: number },
): Promise<{ served: Served; fields: string[]; code: ProtocolCode }> {
  let may: Allowed
  try {
    may = grant()
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return { served: nothing('3001'), fields: [], code: error.code }
  }
  const served = await look(asking(systemActor(`app:${app}`), at), (reading) =>
    SERVICES[service]({ look: reading, app, params, allowed: may, consent }),
  )
  return { served, fields: served.fields ?? may.fields, code: served.code }
}

function endOf(code: ProtocolCode): { outcome: LookupOutcome; fault: ExchangeFault | '' } {
  if (code === '0') return { outcome: 'found', fault: '' }
  if (code === '3001') return { outcome: 'not-found', fault: '' }
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
