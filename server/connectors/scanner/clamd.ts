import { createConnection, type Socket } from 'node:net'

/** What a virus scanner says of bytes. It throws when it cannot be asked. */
export type Scan = (data: Uint8Array) => Promise<'clean' | 'infected'>

/** A scanner that does not answer within this is down. */
const LONGEST_MS = 20_000
const PIECE = 256 * 1024

/**
 * A scanner that speaks clamd's protocol (clamd(8), INSTREAM).
 * @param address `tcp://host:port`, or the path of a socket
 * @throws Error when the address is neither
 */
export function clamd(address: string): Scan {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!address.startsWith('/') && (url?.protocol !== 'tcp:' || url.port === ''))
    throw new Error(`CLAMD_URL is ${address}: write tcp://host:port or the path of a socket`)
  const open = (): Socket =>
    url ? createConnection(Number(url.port), url.hostname.replace(/^\[|\]$/g, '')) : createConnection(address)
  return async (data) => verdictOf(await ask(open(), data))
}

function ask(socket: Socket, data: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const timer = setTimeout(() => socket.destroy(new Error('the virus scanner does not answer')), LONGEST_MS)
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => (answer += part))
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.write('zINSTREAM\0')
    for (let at = 0; at < data.length; at += PIECE) {
      const piece = data.subarray(at, at + PIECE)
      socket.write(lengthOf(piece.length))
      socket.write(piece)
    }
    socket.write(lengthOf(0))
  })
}

/** Four bytes, the greatest first; nothing ends the stream. */
function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function verdictOf(answer: string): 'clean' | 'infected' {
  const line = answer.replace(/[\0\n]+$/, '')
  if (line === 'stream: OK') return 'clean'
  if (line.startsWith('stream: ') && line.endsWith(' FOUND')) return 'infected'
  throw new Error(`the virus scanner answered: ${line.slice(0, 100) || 'nothing'}`)
}
