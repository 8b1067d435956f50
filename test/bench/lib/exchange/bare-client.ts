import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request, type IncomingMessage } from 'node:http'
import {
  sameSignature,
  signAnswer,
  signRequest,
  type SignAlgorithm,
} from '#server/connectors/exchange/gateway/signature.ts'
import { paramsKey, sealParams, type ParamsCipher } from '#server/connectors/exchange/gateway/seal-params.ts'
import { CALLERS } from './load.ts'

/** What a client of the gateway must know. */
export interface GatewayAccess {
  address: string
  appKey: string
  secret: string
  algorithm: SignAlgorithm
  cipher: ParamsCipher
  /** Base64. */
  paramsKey: string
}

/** The least that a client of the gateway does: seal, sign, send, read, check the answer's signature. */
export function bareClient(access: GatewayAccess) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
  const key = paramsKey(access.cipher, access.paramsKey)
  return {
    async call(
      resource: string,
      fields: readonly string[],
      params: Readonly<Record<string, string>>,
    ): Promise<void> {
      const requestId = randomUUID()
      const url = new URL(`/api/v1/${resource}`, access.address)
      const body = JSON.stringify({
        biz: { caseNo: 'bench', taskCode: '', scene: 'ask', operator: 'bench', operatorOrg: '' },
        fields,
        params: sealParams(access.cipher, key, params, requestId),
      })
      const answer: unknown = JSON.parse(
        await post(agent, url, body, headersOf(access, url, body, requestId)),
      )
      if (typeof answer !== 'object' || answer === null || !('sign' in answer) || !('code' in answer))
        throw new Error('the gateway answered something else')
      if (!sameSignature(String(answer.sign), signAnswer(access.algorithm, access.secret, answer)))
        throw new Error('the gateway answered with a wrong signature')
      if (answer.code !== '0' && answer.code !== '3001')
        throw new Error(`the gateway answered ${answer.code}`)
    },
    close: () => agent.destroy(),
  }
}

function headersOf({ appKey, secret, algorithm, cipher }: GatewayAccess, url: URL, body: string, id: string) {
  const timestamp = String(Date.now())
  const nonce = randomBytes(16).toString('hex')
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-app-key': appKey,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-request-id': id,
    'x-sign-alg': algorithm,
    'x-params-cipher': cipher,
    'x-sign': signRequest(algorithm, secret, { method: 'POST', path: url.pathname, timestamp, nonce, body }),
  }
}

function post(
  agent: Agent,
  url: URL,
  body: string,
  headers: Record<string, string | number>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers }, (answer: IncomingMessage) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
