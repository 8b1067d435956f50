/** Writes ASN.1 in DER (ITU-T X.690): only what certificates and signatures need. */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const digits = length.toString(16)
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

const SEQUENCE = 0x30
const SET = 0x31
const OCTETS = 0x04
const BITS = 0x03
const INTEGER = 0x02
/** The context tag [n] over a constructed value. */
export const CONTEXT = 0xa0

export function sequence(...contents: Uint8Array[]): Buffer {
  return der(SEQUENCE, ...contents)
}

export function set(...contents: Uint8Array[]): Buffer {
  return der(SET, ...contents)
}

export function octets(bytes: Uint8Array): Buffer {
  return der(OCTETS, bytes)
}

export function bits(bytes: Uint8Array): Buffer {
  return der(BITS, Buffer.from([0]), bytes)
}

export function boolean(value: boolean): Buffer {
  return der(0x01, Buffer.from([value ? 0xff : 0]))
}

/** A whole number of zero or more, from its big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0)
  const digits = from < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(from))
  return der(INTEGER, (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits)
}

export function small(value: number): Buffer {
  return integer(Buffer.from([value]))
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 127]
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 127) | 128)
  return digits
}

export function utf8(text: string): Buffer {
  return der(0x0c, Buffer.from(text, 'utf8'))
}

/** A moment (epoch milliseconds) as UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export function time(moment: number): Buffer {
  const digits = `${new Date(moment).toISOString().replace(/\.\d+|[-:T]/g, '')}`
  return digits < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}
