import { createHash, createPrivateKey } from 'node:crypto'
import { PDFHexString, PDFString } from 'pdf-lib'
import { signDetached } from './sign/cms.ts'

export { makeSigningIdentity, type SigningIdentity } from './sign/identity.ts'

export interface Signing {
  /** The signer's private key on P-256, PEM. */
  key: string
  /** The signer's certificate, PEM. */
  certificate: string
  /** When it is signed, epoch milliseconds. */
  at: number
  /** Who signs, as readers show it. */
  name: string
  reason: string
}

// A signature with our certificate takes some 900 bytes; a longer certificate chain would still fit.
const ROOM = 4096
// Ten digits each, so that the real numbers can be written over them.
const RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]'

/**
 * Signs a document of ours: fills its empty signature field in an incremental update (ISO 32000-1 §7.5.6), so
 * that the drawn bytes stay as they are. The signature is ETSI.CAdES.detached, ECDSA with SHA-256.
 */
export function signPdf(bytes: Uint8Array, signing: Signing): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const update = Buffer.from(updateOf(file.toString('latin1'), signing), 'latin1')
  const signed = Buffer.concat([file, update])
  const before = signed.indexOf('/Contents <', file.length) + '/Contents '.length
  const after = before + ROOM * 2 + 2
  const numbers = [before, after, signed.length - after].map((value) => String(value).padStart(10, '0'))
  signed.write(`/ByteRange [0 ${numbers.join(' ')}]`, signed.indexOf(RANGE, file.length), 'latin1')
  const digest = createHash('sha256')
    .update(signed.subarray(0, before))
    .update(signed.subarray(after))
    .digest()
  const cms = signDetached(digest, createPrivateKey(signing.key), signing.certificate)
  if (cms.length > ROOM) throw new Error('the signature does not fit into its place')
  signed.write(cms.toString('hex'), before + 1, 'latin1')
  return signed
}

/** The update's text: the field with its value, the signature with room for its bytes, the new cross references. */
function updateOf(file: string, { at, name, reason }: Signing): string {
  const field = fieldOf(file)
  const trailer = lastMatch(file, /trailer\s*<<([^]*?)>>\s*startxref\s*(\d+)/g)
  const size = Number(/\/Size (\d+)/.exec(trailer[1] ?? '')?.[1])
  const signature = [
    `${size} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached`,
    RANGE,
    `/Contents <${'0'.repeat(ROOM * 2)}>`,
    `/M ${PDFString.fromDate(new Date(at))} /Name ${PDFHexString.fromText(name)}`,
    `/Reason ${PDFHexString.fromText(reason)} >>\nendobj\n`,
  ].join('\n')
  const filled = `${field.number} 0 obj\n<< ${field.entries.trim()}\n/V ${size} 0 R >>\nendobj\n`
  const fieldAt = file.length + 1
  const signatureAt = fieldAt + filled.length
  const crossAt = signatureAt + signature.length
  return [
    `\n${filled}${signature}xref\n${field.number} 1\n${crossReference(fieldAt)}${size} 1\n${crossReference(signatureAt)}`,
    `trailer\n<<${(trailer[1] ?? '').replace(/\/Size \d+/, `/Size ${size + 1}`)}/Prev ${trailer[2]} >>\n`,
    `startxref\n${crossAt}\n%%EOF\n`,
  ].join('')
}

function crossReference(offset: number): string {
  return `${String(offset).padStart(10, '0')} 00000 n \n`
}

function fieldOf(file: string): { number: string; entries: string } {
  const mark = file.indexOf('/FT /Sig')
  if (mark < 0) throw new Error('the document has no place for a signature')
  const start = file.lastIndexOf(' obj\n<<', mark)
  const end = file.indexOf('endobj', mark)
  const number = /(\d+) 0$/.exec(file.slice(0, start).slice(-20))?.[1] ?? ''
  const whole = file.slice(start, end)
  return { number, entries: whole.slice(' obj\n<<'.length, whole.lastIndexOf('>>')) }
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray {
  const found = [...text.matchAll(pattern)].at(-1)
  if (!found) throw new Error('not a document of ours')
  return found
}
