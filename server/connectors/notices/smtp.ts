import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { HandedOver, NoticeChannel, Outgoing } from '#shared/notices/delivery.ts'
import { readSecret } from '../exchange/secrets.ts'
import type { MailConfig } from './config.ts'
import { mailOf } from './words.ts'

/**
 * Mail over SMTP (RFC 5321). A server does not tell repeats by our key, so whatever broke after the mail began to flow
 * is unsure; before that nothing was taken.
 * @throws Error when the password is not where the configuration says
 */
export function smtpChannel(config: MailConfig): NoticeChannel {
  const password = config.password && readSecret(config.password)
  return {
    knowsKeys: false,
    perDay: config.perDay,
    attempts: config.attempts,
    quiet: config.quiet,
    carries: () => true,
    async send(message) {
      const flow = { begun: false }
      try {
        return await handOver(config, password, message, flow)
      } catch (error) {
        return outcomeOf(error, flow.begun)
      }
    },
  }
}

async function handOver(
  config: MailConfig,
  password: string | undefined,
  message: Outgoing,
  flow: { begun: boolean },
): Promise<HandedOver> {
  const mail = await built(config, message)
  const { host, port, secure, plain, timeoutMs } = config
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !plain,
    ignoreTLS: plain,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  })
  try {
    const handed = await new Promise<HandedOver>((resolve, reject) => {
      connection.on('error', reject)
      // A server that closes the line without a word ends the wait as well.
      connection.on('end', () => reject(new Error('the connection ended')))
      connection.connect((refused?: Error | null) => {
        if (refused) return reject(refused)
        const send = () =>
          connection.send({ from: addressIn(config.from), to: [message.to] }, flowing(mail, flow), (error) =>
            error ? reject(error) : resolve({ outcome: 'sent', ref: '' }),
          )
        if (config.user === undefined || password === undefined) return send()
        connection.login({ user: config.user, pass: password }, (error) => (error ? reject(error) : send()))
      })
    })
    connection.quit()
    return handed
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The mail's bytes; `Message-ID` is the delivery's own, so that a mailbox knows a repeat. */
function built(config: MailConfig, message: Outgoing): Promise<Buffer> {
  const { subject, text } = mailOf(message)
  const composed = new MailComposer({
    from: config.from,
    to: message.to,
    subject,
    text,
    messageId: `<${message.key}@${addressIn(config.from).split('@').at(-1) ?? config.host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  return composed.compile().build()
}

/** The connection reads the mail only once the server wants it: from then on it may have been taken. */
function flowing(mail: Buffer, flow: { begun: boolean }): Readable {
  return new Readable({
    read() {
      flow.begun = true
      this.push(mail)
      this.push(null)
    },
  })
}

/** `云溪 <no-reply@yunxi.example>` → the address alone. */
function addressIn(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

function outcomeOf(error: unknown, begun: boolean): HandedOver {
  const [answered, code] = [numberIn(error, 'responseCode'), textIn(error, 'code')]
  // Our own account refused is nothing that the person did.
  if (answered >= 500 && code !== 'EAUTH') return { outcome: 'refused', code: String(answered) }
  if (answered >= 400) return { outcome: 'later', reason: 'busy', code: String(answered) }
  if (begun) return { outcome: 'unsure', code }
  return { outcome: 'later', reason: code === 'ETIMEDOUT' ? 'late' : 'unreachable', code }
}

function numberIn(error: unknown, name: string): number {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
  return typeof value === 'number' ? value : 0
}

function textIn(error: unknown, name: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value : ''
}
