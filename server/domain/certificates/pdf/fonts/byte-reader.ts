/** Reads big-endian numbers one after another, with the variable-length ones of WOFF 2.0. */
export class ByteReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  uint8(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new RangeError('font data ends too early')
    return byte
  }

  uint16(): number {
    return (this.uint8() << 8) | this.uint8()
  }

  int16(): number {
    return (this.uint16() << 16) >> 16
  }

  uint32(): number {
    return this.uint16() * 0x10000 + this.uint16()
  }

  tag(): string {
    return String.fromCharCode(this.uint8(), this.uint8(), this.uint8(), this.uint8())
  }

  /** UIntBase128 of WOFF 2.0 §4.1. */
  base128(): number {
    let value = 0
    for (;;) {
      const byte = this.uint8()
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }

  /** 255UInt16 of WOFF 2.0 §4.1. */
  short255(): number {
    const code = this.uint8()
    if (code === 253) return this.uint16()
    if (code === 254) return this.uint8() + 506
    if (code === 255) return this.uint8() + 253
    return code
  }

  take(length: number): Uint8Array {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}
