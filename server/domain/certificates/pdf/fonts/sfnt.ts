/** What drawing needs to know of a TrueType font. Lengths are in thousandths of an em, as PDF counts them. */
export interface Metrics {
  /** Glyph by Unicode code point. */
  glyphs: Map<number, number>
  /** Advance width of a glyph. */
  width(glyph: number): number
  ascent: number
  descent: number
  box: [number, number, number, number]
}

/** The tables of a TrueType file by their tags. */
export function sfntTables(bytes: Uint8Array): Map<string, DataView> {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, DataView>()
  for (let entry = 12, end = 12 + file.getUint16(4) * 16; entry < end; entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const start = bytes.byteOffset + file.getUint32(entry + 8)
    tables.set(tag, new DataView(bytes.buffer, start, file.getUint32(entry + 12)))
  }
  return tables
}

/** Reads the metrics of a TrueType font; throws when a table that every font has is not there. */
export function readMetrics(bytes: Uint8Array): Metrics {
  const tables = sfntTables(bytes)
  function table(tag: string): DataView {
    const found = tables.get(tag)
    if (!found) throw new Error(`font without a ${tag} table`)
    return found
  }
  const head = table('head')
  const hhea = table('hhea')
  const perEm = 1000 / head.getUint16(18)
  function scaled(value: number): number {
    return Math.round(value * perEm)
  }
  return {
    glyphs: readCharacterMap(table('cmap')),
    width: widthFrom(readWidths(table('hmtx'), hhea.getUint16(34), perEm)),
    ascent: scaled(hhea.getInt16(4)),
    descent: scaled(hhea.getInt16(6)),
    box: [
      scaled(head.getInt16(36)),
      scaled(head.getInt16(38)),
      scaled(head.getInt16(40)),
      scaled(head.getInt16(42)),
    ],
  }
}

/** A function of its own: made inside `readMetrics`, it would keep the whole file in memory. */
function widthFrom(widths: Float32Array): (glyph: number) => number {
  return (glyph) => widths[Math.min(glyph, widths.length - 1)] ?? 0
}

function readWidths(hmtx: DataView, count: number, perEm: number): Float32Array {
  return Float32Array.from({ length: count }, (_, glyph) => hmtx.getUint16(glyph * 4) * perEm)
}

/** The character map of format 12, which covers all planes; a font without one is of no use here. */
function readCharacterMap(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let entry = 4, end = 4 + cmap.getUint16(2) * 8; entry < end; entry += 8) {
    const start = cmap.getUint32(entry + 4)
    if (cmap.getUint16(start) !== 12) continue
    const groups = start + 16
    for (let at = groups; at < groups + cmap.getUint32(start + 12) * 12; at += 12) {
      const first = cmap.getUint32(at)
      const glyph = cmap.getUint32(at + 8)
      for (let code = first; code <= cmap.getUint32(at + 4); code++) glyphs.set(code, glyph + code - first)
    }
    return glyphs
  }
  throw new Error('font without a character map of format 12')
}
