import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { ConnectorConfig } from '#server/connectors/exchange/config-shape.ts'

/** An outside system that a test started, with what a configuration needs to reach it. */
export interface OutsideServer<Fault extends string> {
  address: string
  /** Its entry in the configuration of the exchange. */
  config: ConnectorConfig
  /** The secrets that `config` names as `env:…`. */
  env: Record<string, string>
  /** Misbehave for one service, or (`*`) for all; null ends it. */
  setFault(fault: Fault | null, service?: string): void
  /** How many requests it has read. */
  asked(): number
  close(): Promise<void>
}

/** Certificate, key and whom to trust, PEM; clients without a certificate of that authority are then refused. */
export interface OwnTls {
  certificate: string
  key: string
  clientAuthority?: string
}

/** Listens on this machine alone. */
export async function listen(
  answer: RequestListener,
  tls?: OwnTls,
  port = 0,
): Promise<{ address: string; server: Server }> {
  const server = tls
    ? createSecureServer(
        {
          cert: tls.certificate,
          key: tls.key,
          ...(tls.clientAuthority
            ? { ca: tls.clientAuthority, requestCert: true, rejectUnauthorized: true }
            : {}),
        },
        answer,
      )
    : createServer(answer)
  server.listen(port, '127.0.0.1')
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const at = server.address()
  const bound = typeof at === 'object' && at !== null ? at.port : port
  return { address: `${tls ? 'https' : 'http'}://127.0.0.1:${bound}`, server }
}

export function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return body
}

/** Which services misbehave how. */
export function faultTable<Fault extends string>() {
  const faults = new Map<string, Fault>()
  return {
    of: (service: string) => faults.get(service) ?? faults.get('*'),
    set(fault: Fault | null, service = '*') {
      if (fault === null) faults.delete(service)
      else faults.set(service, fault)
    },
  }
}
