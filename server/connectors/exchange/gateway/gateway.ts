import { randomUUID } from 'node:crypto'
import type { GatewayConfig } from '../config-shape.ts'
import { ExchangeError, type Answer, type Call, type ExchangeConnector } from '../connector.ts'
import { httpCaller } from '../http-call.ts'
import { readSecret } from '../secrets.ts'
import { readGatewayAnswer, type Expected } from './answer.ts'
import { paramsKey, sealParams } from './seal-params.ts'
import { signRequest } from './signature.ts'

/**
 * A gateway of the provincial exchange protocol (domain.md §11.5): requests are signed with their time and a number
 * used once, parameters sealed; an answer counts only when it is signed, new and belongs to the request.
 * @throws Error when a secret of the configuration is not there
 */
export function gateway(config: GatewayConfig): ExchangeConnector {
  const { address, algorithm, cipher, appKey } = config
  const http = httpCaller(address, config.tls, config.atOnce)
  const secret = readSecret(config.secrets.sign)
  const sealKey = paramsKey(cipher, readSecret(config.secrets.seal))

  async function post(call: Call, scene: 'ask' | 'tell'): Promise<Answer> {
    const { resource, params, fields, purpose, requestId, signal } = call
    const path = `${http.base}/api/v1/${encodeURIComponent(resource)}`
    const body = JSON.stringify({
      biz: {
        caseNo: purpose.matter,
        taskCode: purpose.item,
        scene,
        operator: purpose.operator,
        operatorOrg: purpose.unit,
      },
      fields,
      params: sealParams(cipher, sealKey, params, requestId),
    })
    const timestamp = String(Date.now())
    const nonce = randomUUID().replaceAll('-', '')
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-app-key': appKey,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-request-id': requestId,
      'x-sign-alg': algorithm,
      'x-sign': signRequest(algorithm, secret, { method: 'POST', path, timestamp, nonce, body }),
      'x-params-cipher': cipher,
      ...(purpose.consent ? { 'x-auth-id': purpose.consent } : {}),
    }
    const expected: Expected = { algorithm, secret, requestId }
    return readGatewayAnswer(await http.call({ method: 'POST', path, headers, body, signal }), expected)
  }

  return {
    ask: (call) => post(call, 'ask'),
    async tell(call) {
      const [row] = (await post(call, 'tell')).rows
      if (!row) throw new ExchangeError('bad-answer', 'nothing was made of what was told')
      return row
    },
    close: async () => http.close(),
  }
}
