import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** How the server behaves; `hang` says nothing more, `drop` closes the line. */
export type MailBehaviour =
  'take' | 'refuse' | 'busy' | 'hang-at-greeting' | 'drop-after-data' | 'hang-after-data'

export interface MailServer {
  port: number
  /** The mails it took, as they came over the wire. */
  mails: string[]
  /** Mails that were handed over to their end, taken or not. */
  seen: string[]
  behave(how: MailBehaviour): void
  close(): Promise<void>
}

/** A real SMTP server of the test: enough of RFC 5321 for one mail after another. */
export async function openMailServer(): Promise<MailServer> {
  let how: MailBehaviour = 'take'
  const sockets = new Set<Socket>()
  const state: MailServer = {
    port: 0,
    mails: [],
    seen: [],
    behave(next) {
      how = next
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    const say = (line: string) => socket.write(`${line}\r\n`)
    let [buffer, inMail] = ['', false]
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'RCPT' && how === 'refuse') return say('550 no such mailbox')
      if (verb === 'RCPT' && how === 'busy') return say('451 try again later')
      if (verb === 'DATA') {
        inMail = true
        return say('354 go on')
      }
      if (verb === 'QUIT') return socket.end('221 bye\r\n')
      return say('250 ok')
    }
    const mail = (text: string) => {
      inMail = false
      state.seen.push(text)
      if (how === 'drop-after-data') return socket.destroy()
      if (how === 'hang-after-data') return
      state.mails.push(text)
      say('250 taken')
    }
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n'
        const at = buffer.indexOf(end)
        if (at < 0) return
        const part = buffer.slice(0, at)
        buffer = buffer.slice(at + end.length)
        if (inMail) mail(part)
        else command(part)
      }
    })
    if (how !== 'hang-at-greeting') say('220 test')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.port = (server.address() as AddressInfo).port
  return state
}
