import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SmsSent {
  key: string
  phone: string
  template: string
  params: Record<string, string>
}

export type SmsBehaviour = 'take' | 'refuse' | 'busy' | 'broken' | 'hang' | 'take-and-hang'

export interface SmsGateway {
  url: string
  /** What was asked of it, repeats too. */
  asked: SmsSent[]
  /** What people got: one message a key. */
  got: Map<string, SmsSent>
  /** What it reports of what it took, by reference. */
  reports: Map<string, { arrived: boolean; code: string }>
  behave(how: SmsBehaviour): void
  close(): Promise<void>
}

/** A gateway of the test that checks signatures and knows a repeated key. */
export async function openSmsGateway(secret: string): Promise<SmsGateway> {
  let how: SmsBehaviour = 'take'
  const state: SmsGateway = {
    url: '',
    asked: [],
    got: new Map(),
    reports: new Map(),
    behave(next) {
      how = next
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const answer = (status: number, content: object) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(content))
      }
      const signed = createHmac('sha256', secret)
        .update(`${String(request.headers['x-timestamp'])}\n${body}`)
        .digest('hex')
      if (request.headers['x-signature'] !== signed || request.headers['x-key-id'] !== 'yunxi')
        return answer(401, {})
      if (request.url === '/reports') {
        const { refs } = JSON.parse(body) as { refs: string[] }
        const reports = refs.flatMap((ref) => {
          const report = state.reports.get(ref)
          return report ? [{ ref, ...report }] : []
        })
        return answer(200, { reports })
      }
      const sms = JSON.parse(body) as SmsSent
      state.asked.push(sms)
      if (how === 'refuse') return answer(200, { code: 'BLACKLIST' })
      if (how === 'busy') return answer(503, {})
      if (how === 'broken') return answer(500, {})
      if (how === 'hang') return
      state.got.set(sms.key, sms)
      if (how === 'take-and-hang') return
      return answer(200, { code: 'OK', ref: `ref-${sms.key}` })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}
