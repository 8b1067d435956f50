import { sfntTables } from './sfnt.ts'

/** The tables that hold outlines and widths: all that a PDF keeps of a TrueType font (ISO 32000-1 §9.9). */
const OUTLINE_TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Writes a TrueType file of these tables, without checksums. */
export function writeSfnt(tables: Map<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = 12 + sorted.length * 16
  const file = new Uint8Array(sorted.reduce((size, [, { length }]) => size + padded(length), directory))
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  let start = directory
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const entry = 12 + index * 16
    file.set(Buffer.from(tag, 'latin1'), entry)
    view.setUint32(entry + 8, start)
    view.setUint32(entry + 12, bytes.length)
    file.set(bytes, start)
    start += padded(bytes.length)
  }
  return file
}

/** A TrueType font without its character map, layout and hinting. */
export function outlinesOnly(bytes: Uint8Array): Uint8Array {
  const tables = [...sfntTables(bytes)].filter(([tag]) => OUTLINE_TABLES.includes(tag))
  return writeSfnt(
    new Map(
      tables.map(([tag, view]) => [tag, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)]),
    ),
  )
}

function padded(length: number): number {
  return (length + 3) & ~3
}
