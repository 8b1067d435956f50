import * as v from 'valibot'
import type { OutsideApp } from '../../connectors/exchange/app-shape.ts'
import { isParamsCipher, openParams, paramsKey } from '../../connectors/exchange/gateway/seal-params.ts'
import { readSecret } from '../../connectors/exchange/secrets.ts'
import { ProtocolError } from './protocol.ts'

/** A call of another system as it came. */
export interface OutsideRequest {
  method: string
  /** As it stands in the request line, with its query. */
  path: string
  /** The service it asks for, from the path. */
  service: string
  /** A header by its name, in any case; empty when it is not there. */
  header(name: string): string
  body: Buffer
}

/** What it asks, once it is known who asks. */
export interface Asked {
  params: Record<string, string>
  /** Fields it wants; empty: all it may have. */
  fields: string[]
}

const Body = v.object({
  params: v.pipe(v.string(), v.maxLength(16_384)),
  fields: v.optional(v.array(v.pipe(v.string(), v.maxLength(64))), []),
})

/**
 * What a call asks: its parameters are sealed with the key of the system that sent it.
 * @throws ProtocolError 1004
 */
export function readAsked(app: OutsideApp, request: OutsideRequest, requestId: string): Asked {
  const cipher = request.header('x-params-cipher')
  const body = v.safeParse(Body, parsed(request.body))
  if (!body.success || !isParamsCipher(cipher) || cipher !== app.cipher) throw new ProtocolError('1004')
  const key = paramsKey(cipher, readSecret(app.secrets.seal))
  return { params: opened(cipher, key, body.output.params, requestId), fields: body.output.fields }
}

function opened(...sealed: Parameters<typeof openParams>): Record<string, string> {
  try {
    return openParams(...sealed)
  } catch {
    throw new ProtocolError('1004')
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
