import { ByteReader } from './byte-reader.ts'

interface Streams {
  contours: ByteReader
  points: ByteReader
  flags: ByteReader
  glyphs: ByteReader
  composites: ByteReader
  boxBits: Uint8Array
  boxes: ByteReader
}

interface Point {
  x: number
  y: number
  onCurve: boolean
}

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const SCALE_XY = 0x0040
const SCALE_2X2 = 0x0080
const INSTRUCTIONS = 0x0100

/** Undoes the glyf transform of WOFF 2.0 §5.1, leaving instructions out; loca has long offsets. */
export function rebuildGlyphs(transformed: Uint8Array): { glyf: Uint8Array; loca: Uint8Array } {
  const header = new ByteReader(transformed, 4)
  const count = header.uint16()
  const streams = openStreams(transformed, header, count)
  const loca = new Uint8Array((count + 1) * 4)
  const offsets = new DataView(loca.buffer)
  const glyphs: Uint8Array[] = []
  let offset = 0
  for (let glyph = 0; glyph < count; glyph++) {
    const bytes = rebuildGlyph(streams, glyph)
    offsets.setUint32(glyph * 4, offset)
    offset += bytes.length
    glyphs.push(bytes)
  }
  offsets.setUint32(count * 4, offset)
  return { glyf: Buffer.concat(glyphs), loca }
}

function openStreams(bytes: Uint8Array, header: ByteReader, count: number): Streams {
  header.at = 8
  const lengths = Array.from({ length: 6 }, () => header.uint32())
  let start = 36
  const [contours, points, flags, glyphs, composites, boxes] = lengths.map((length) => {
    start += length
    return new ByteReader(bytes.subarray(start - length, start))
  })
  if (!contours || !points || !flags || !glyphs || !composites || !boxes)
    throw new Error('WOFF2 streams missing')
  return { contours, points, flags, glyphs, composites, boxes, boxBits: boxes.take(((count + 31) >> 5) << 2) }
}

function rebuildGlyph(streams: Streams, glyph: number): Uint8Array {
  const contours = streams.contours.int16()
  const hasBox = ((streams.boxBits[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0
  if (contours === 0) return new Uint8Array(0)
  if (contours < 0) return padded([int16s([contours]), readBox(streams), readComposite(streams)])
  const ends: number[] = []
  let total = 0
  for (let contour = 0; contour < contours; contour++) {
    total += streams.points.short255()
    ends.push(total - 1)
  }
  const points = readPoints(streams, total)
  streams.glyphs.short255() // length of the instructions, which are left out
  const box = hasBox ? readBox(streams) : boxOf(points)
  return padded([int16s([contours]), box, int16s([...ends, 0]), writePoints(points)])
}

function readBox(streams: Streams): Uint8Array {
  return streams.boxes.take(8)
}

function readPoints({ flags, glyphs }: Streams, total: number): Point[] {
  let x = 0
  let y = 0
  return Array.from({ length: total }, () => {
    const flag = flags.uint8()
    const [dx, dy] = readMove(flag & 0x7f, glyphs)
    x += dx
    y += dy
    return { x, y, onCurve: flag < 0x80 }
  })
}

/** The triplet encoding of WOFF 2.0 §5.2. */
function readMove(flag: number, data: ByteReader): [number, number] {
  function signed(bit: number, value: number): number {
    return (flag >> bit) & 1 ? value : -value
  }
  if (flag < 10) return [0, signed(0, ((flag & 14) << 7) + data.uint8())]
  if (flag < 20) return [signed(0, (((flag - 10) & 14) << 7) + data.uint8()), 0]
  if (flag < 84) {
    const base = flag - 20
    const byte = data.uint8()
    return [signed(0, 1 + (base & 0x30) + (byte >> 4)), signed(1, 1 + ((base & 0x0c) << 2) + (byte & 15))]
  }
  if (flag < 120) {
    const base = flag - 84
    const dx = 1 + (Math.floor(base / 12) << 8) + data.uint8()
    return [signed(0, dx), signed(1, 1 + (((base % 12) >> 2) << 8) + data.uint8())]
  }
  if (flag < 124) {
    const high = data.uint8()
    const middle = data.uint8()
    return [signed(0, (high << 4) + (middle >> 4)), signed(1, ((middle & 15) << 8) + data.uint8())]
  }
  return [signed(0, data.uint16()), signed(1, data.uint16())]
}

function boxOf(points: Point[]): Uint8Array {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return int16s([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
}

function writePoints(points: Point[]): Uint8Array {
  const flags = Uint8Array.from(points, ({ onCurve }) => (onCurve ? 1 : 0))
  const dx = points.map(({ x }, index) => x - (points[index - 1]?.x ?? 0))
  const dy = points.map(({ y }, index) => y - (points[index - 1]?.y ?? 0))
  return Buffer.concat([flags, int16s(dx), int16s(dy)])
}

function readComposite({ composites, glyphs }: Streams): Uint8Array {
  const parts: Uint8Array[] = []
  let flags = MORE
  let instructed = false
  while (flags & MORE) {
    flags = composites.uint16()
    if (flags & INSTRUCTIONS) instructed = true
    const scale = flags & SCALE ? 2 : flags & SCALE_XY ? 4 : flags & SCALE_2X2 ? 8 : 0
    parts.push(int16s([flags & ~INSTRUCTIONS]), composites.take(2 + (flags & WORDS ? 4 : 2) + scale))
  }
  if (instructed) glyphs.short255()
  return Buffer.concat(parts)
}

function int16s(values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setInt16(index * 2, value)
  return bytes
}

function padded(parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([...parts, new Uint8Array(-length & 3)])
}
