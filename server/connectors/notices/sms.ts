import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import type { HandedOver, NoticeChannel, Outgoing } from '#shared/notices/delivery.ts'
import { readSecret } from '../exchange/secrets.ts'
import type { SmsConfig } from './config.ts'

const Answer = v.object({ code: v.string(), ref: v.optional(v.string(), '') })
const Reports = v.object({
  reports: v.array(v.object({ ref: v.string(), arrived: v.boolean(), code: v.optional(v.string(), '') })),
})

/** Faults of a socket after which nothing was handed over. */
const NEVER_LEFT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** A code longer than this is not kept. */
const LONGEST_CODE = 40

/**
 * A gateway for SMS: a POST with our key id and a signature (HMAC-SHA256 over time and body), naming an approved
 * template and its values.
 * @throws Error when the secret is not where the configuration says
 */
export function smsChannel(config: SmsConfig): NoticeChannel {
  const secret = readSecret(config.secret)
  const { reportsUrl } = config
  return {
    knowsKeys: config.knowsKeys,
    perDay: config.perDay,
    attempts: config.attempts,
    quiet: config.quiet,
    carries: (kind, lang) => config.templates[lang]?.[kind] !== undefined,
    async send(message) {
      try {
        return await handOver(config, secret, message)
      } catch (error) {
        const code = faultIn(error)
        return NEVER_LEFT.includes(code)
          ? { outcome: 'later', reason: 'unreachable', code }
          : { outcome: 'unsure', code }
      }
    },
    ...(reportsUrl !== undefined && {
      async reports(refs: readonly string[]) {
        const response = await post({ ...config, url: reportsUrl }, secret, { refs })
        if (!response.ok) throw new Error(`answered ${response.status}`)
        const { reports } = v.parse(Reports, await response.json())
        return new Map(
          reports.map(
            ({ ref, arrived, code }) => [ref, { arrived, code: code.slice(0, LONGEST_CODE) }] as const,
          ),
        )
      },
    }),
  }
}

async function handOver(config: SmsConfig, secret: string, message: Outgoing): Promise<HandedOver> {
  const template = config.templates[message.lang]?.[message.kind]
  if (!template) return { outcome: 'refused', code: 'no template' }
  const params = Object.entries(template.params).map(([theirs, ours]) => [theirs, message.params[ours] ?? ''])
  const response = await post(config, secret, {
    key: message.key,
    phone: message.to,
    sign: config.sign,
    template: template.no,
    params: Object.fromEntries(params),
  })
  return read(response, config)
}

async function read(response: Response, { codes }: SmsConfig): Promise<HandedOver> {
  const status = String(response.status)
  if (response.status === 429 || response.status === 503)
    return { outcome: 'later', reason: 'busy', code: status }
  if (response.status >= 500) return { outcome: 'unsure', code: status }
  if (!response.ok) return { outcome: 'refused', code: status }
  const answer = v.safeParse(Answer, await response.json().catch(() => undefined))
  if (!answer.success) return { outcome: 'unsure', code: 'no answer of the protocol' }
  const { code, ref } = answer.output
  if (codes.taken.includes(code)) return { outcome: 'sent', ref }
  const told = code.slice(0, LONGEST_CODE)
  if (codes.busy.includes(code)) return { outcome: 'later', reason: 'busy', code: told }
  return { outcome: 'refused', code: told }
}

function post({ url, keyId, timeoutMs }: SmsConfig, secret: string, content: object): Promise<Response> {
  const body = JSON.stringify(content)
  const time = String(Math.floor(Date.now() / 1000))
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-key-id': keyId,
      'x-timestamp': time,
      'x-signature': createHmac('sha256', secret).update(`${time}\n${body}`).digest('hex'),
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
}

/** The code of the socket's fault, without the address that a message may hold. */
function faultIn(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.name === 'TimeoutError') return 'timeout'
  const cause: unknown = error.cause
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return typeof code === 'string' ? code : ''
}
