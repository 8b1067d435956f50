import { createHash } from 'node:crypto'
import { verifyDetached } from './sign/cms.ts'

/** `intact`: signed with the certificate's key and not a byte different since. */
export type Integrity = 'intact' | 'changed' | 'unsigned'

// Far more than a signature with its certificates takes.
const MOST_SIGNATURE = 65_536
const RANGE = /\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/**
 * Checks the last signature of a document against a certificate of ours (PEM). The signature must cover the
 * whole file but its own bytes: anything appended later counts as changed.
 */
export function checkPdf(bytes: Uint8Array, certificatePem: string): Integrity {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const range = [...file.toString('latin1').matchAll(RANGE)].at(-1)
  if (!range) return 'unsigned'
  const [before = 0, after = 0, rest = 0] = range.slice(1).map(Number)
  if (before >= after || after - before > MOST_SIGNATURE || after + rest !== file.length) return 'changed'
  const gap = /^<([0-9a-f]+)>$/.exec(file.subarray(before, after).toString('latin1'))
  if (!gap) return 'changed'
  const digest = createHash('sha256').update(file.subarray(0, before)).update(file.subarray(after)).digest()
  try {
    return verifyDetached(Buffer.from(gap[1] ?? '', 'hex'), digest, certificatePem) ? 'intact' : 'changed'
  } catch {
    // Bytes that cannot be read as a signature are a changed signature.
    return 'changed'
  }
}
