import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What clamd finds in any stream that holds it, as scanners are tried everywhere (EICAR). */
export const VIRUS = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** A socket that speaks clamd's protocol as clamd(8) says. */
export interface Scanner {
  address: string
  /** Lengths of the streams that were scanned. */
  scanned: number[]
  close(): Promise<void>
}

/** Opens a scanner on a free port of this machine. @param limit longest stream, as `StreamMaxLength` */
export async function openScanner(limit = Infinity): Promise<Scanner> {
  const scanned: number[] = []
  const server = createServer((socket) => {
    let came = Buffer.alloc(0)
    socket.on('data', (part: Buffer) => {
      came = Buffer.concat([came, part])
      const stream = streamIn(came)
      if (!stream) return
      scanned.push(stream.length)
      answer(socket, stream, limit)
    })
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `tcp://127.0.0.1:${port}`,
    scanned,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function answer(socket: Socket, stream: Buffer, limit: number): void {
  if (stream.length > limit) socket.end('INSTREAM size limit exceeded. ERROR\0')
  else socket.end(stream.includes(VIRUS) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
}

/** The stream, when its end has come: pieces, each with its length before it, and a length of nothing. */
function streamIn(came: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (came.toString('latin1', 0, command.length) !== command) return undefined
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= came.length;) {
    const length = came.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(came.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
