import type { IncomingMessage } from 'node:http'
import { Refusal } from '#shared/refusal.ts'

/**
 * The body of a request that does not announce its length, read no further than it may be.
 * @throws Refusal file_too_big
 */
export function readAtMost(request: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    function take(part: Buffer): void {
      bytes += part.length
      parts.push(part)
      if (bytes <= maxBytes) return
      request.off('data', take)
      reject(new Refusal('file_too_big'))
    }
    request.on('data', take)
    request.once('end', () => resolve(Buffer.concat(parts)))
    request.once('error', reject)
  })
}
