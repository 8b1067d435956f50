import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { chunksOf, headerOf, type PngHeader } from '../content/png.ts'

/** Samples to a pixel, by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * A clean PNG turned to the right by a quarter, its pixels unchanged. PNG has no mark for turning that every reader
 * follows, so the pixels are moved.
 * @throws Error for an interlaced one, which nobody is offered to turn
 */
export function turnPng(data: Buffer): Buffer {
  const { chunks } = chunksOf(data)
  const header = headerOf(chunks)
  if (header.interlaced) throw new Error('an interlaced PNG cannot be turned')
  const bits = (CHANNELS[header.colourType] ?? 1) * header.bitDepth
  const stride = Math.ceil((header.width * bits) / 8)
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === 'IDAT').map(({ bytes }) => bytes.subarray(8, -4)),
  )
  const raw = inflateSync(packed, { maxOutputLength: (stride + 1) * header.height })
  if (raw.length !== (stride + 1) * header.height) throw new Error('the PNG has too few rows')
  unfilter(raw, stride, Math.max(1, bits >> 3))
  const moved = bits < 8 ? moveBits(raw, header, bits) : moveBytes(raw, header, bits >> 3)
  const before = chunks.filter(({ type }) => type !== 'IHDR' && type !== 'IDAT' && type !== 'IEND')
  return Buffer.concat([
    data.subarray(0, 8),
    chunk('IHDR', turnedHeader(header)),
    ...before.map(({ bytes }) => bytes),
    chunk('IDAT', deflateSync(moved, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Undoes the filter of every row in place, PNG (Third Edition) §9. @param step bytes to a pixel */
function unfilter(raw: Buffer, stride: number, step: number): void {
  for (let row = 0; row < raw.length; row += stride + 1) {
    const filter = raw[row]
    for (let i = 1; i <= stride; i += 1) {
      const left = i > step ? (raw[row + i - step] ?? 0) : 0
      const up = row > 0 ? (raw[row + i - stride - 1] ?? 0) : 0
      const corner = row > 0 && i > step ? (raw[row + i - stride - 1 - step] ?? 0) : 0
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0
      raw[row + i] = (raw[row + i] ?? 0) + guess
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Column x of the rows, from below, becomes row x. Each row begins with its filter, none. */
function moveBytes(raw: Buffer, { width, height }: PngHeader, size: number): Buffer {
  const out = Buffer.alloc((height * size + 1) * width)
  const stride = width * size + 1
  for (let x = 0, to = 0; x < width; x += 1) {
    to += 1
    for (let y = height - 1; y >= 0; y -= 1, to += size) {
      const from = y * stride + 1 + x * size
      for (let i = 0; i < size; i += 1) out[to + i] = raw[from + i] ?? 0
    }
  }
  return out
}

/** The same for pixels of one, two or four bits. */
function moveBits(raw: Buffer, { width, height }: PngHeader, bits: number): Buffer {
  const stride = Math.ceil((width * bits) / 8) + 1
  const outStride = Math.ceil((height * bits) / 8) + 1
  const out = Buffer.alloc(outStride * width)
  const mask = (1 << bits) - 1
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      const from = x * bits
      const pixel = ((raw[y * stride + 1 + (from >> 3)] ?? 0) >> (8 - bits - (from & 7))) & mask
      const to = (height - 1 - y) * bits
      const place = x * outStride + 1 + (to >> 3)
      out[place] = (out[place] ?? 0) | (pixel << (8 - bits - (to & 7)))
    }
  }
  return out
}

function turnedHeader({ width, height, bitDepth, colourType }: PngHeader): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(height, 0)
  header.writeUInt32BE(width, 4)
  header.writeUInt8(bitDepth, 8)
  header.writeUInt8(colourType, 9)
  return header
}

/** A chunk with its length and checksum. */
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), framed.length - 4)
  return framed
}
