import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { ExchangeError } from './connector.ts'
import { faultOfSocket } from './socket-faults.ts'
import { readSecret, type SecretSource } from './secrets.ts'

/** Own trust and own certificate of a connection; without `ca` the system's authorities are trusted. */
export interface TlsConfig {
  ca?: SecretSource | undefined
  certificate?: SecretSource | undefined
  key?: SecretSource | undefined
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT'
  /** As it stands in the request line. */
  path: string
  headers: Record<string, string>
  body?: string
  signal: AbortSignal
}

export interface HttpAnswer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

/** Speaks HTTP to one outside system. Follows no redirect, believes no endless answer, never waits past the signal. */
export interface HttpCaller {
  /** The path that every path of this system begins with; without a slash at its end. */
  base: string
  /** @throws ExchangeError */
  call(request: HttpRequest): Promise<HttpAnswer>
  close(): void
}

/** An answer longer than this is not read further, bytes. */
const LONGEST_ANSWER = 1024 * 1024
/** Several times what one resource may have at a time, so that one that hangs leaves the others theirs. */
const SOCKETS = 256

/**
 * Opens the way to one outside system, with sockets of its own that are kept open between calls.
 * @throws Error when a certificate or key of the configuration is not there
 */
export function httpCaller(address: string, tls: TlsConfig = {}, atOnce = SOCKETS): HttpCaller {
  const { protocol, hostname, port, pathname } = new URL(address)
  const secure = protocol === 'https:'
  const options = { keepAlive: true, maxSockets: atOnce, maxFreeSockets: 64 }
  const agent = secure ? new HttpsAgent({ ...options, ...trust(tls) }) : new HttpAgent(options)
  const host = hostname.replace(/^\[|\]$/g, '')
  const open = secure ? httpsRequest : httpRequest
  return {
    base: pathname.replace(/\/+$/, ''),
    call({ method, path, headers, body, signal }) {
      const sent = { accept: 'application/json', ...headers, ...lengthOf(body) }
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(faultOfSocket(new Error('too late'), signal))
        const calling = open({ method, path, agent, host, port, headers: sent })
        // Whatever ends the call ends the socket with it, unless the answer was read to its end.
        const end = (error: Error) => {
          signal.removeEventListener('abort', late)
          calling.destroy()
          reject(faultOfSocket(error, signal))
        }
        const late = () => end(new Error('too late'))
        signal.addEventListener('abort', late)
        calling.on('error', end)
        calling.on('response', (answer) =>
          readAnswer(answer, end, (read) => {
            signal.removeEventListener('abort', late)
            resolve(read)
          }),
        )
        calling.end(body)
      })
    },
    close: () => agent.destroy(),
  }
}

/** Said beforehand, so that the body is one piece and not chunks. */
function lengthOf(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
}

function trust({ ca, certificate, key }: TlsConfig) {
  return {
    ...(ca ? { ca: readSecret(ca) } : {}),
    ...(certificate ? { cert: readSecret(certificate) } : {}),
    ...(key ? { key: readSecret(key) } : {}),
  }
}

function readAnswer(
  answer: IncomingMessage,
  fail: (error: Error) => void,
  done: (answer: HttpAnswer) => void,
): void {
  const status = answer.statusCode ?? 0
  if (status >= 300 && status < 400) return fail(new ExchangeError('redirected', `answered ${status}`))
  if (Number(answer.headers['content-length'] ?? 0) > LONGEST_ANSWER) return fail(tooBig())
  const parts: Buffer[] = []
  let length = 0
  answer.on('data', (part: Buffer) => {
    length += part.length
    if (length > LONGEST_ANSWER) fail(tooBig())
    else parts.push(part)
  })
  answer.on('error', fail)
  answer.on('end', () =>
    done({ status, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') }),
  )
}

function tooBig(): ExchangeError {
  return new ExchangeError('too-big', `the answer is longer than ${LONGEST_ANSWER} bytes`)
}
