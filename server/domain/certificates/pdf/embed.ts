import { createHash } from 'node:crypto'
import { PDFHexString, PDFName, PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib'
import { deflateSync } from 'node:zlib'
import type { Face } from './fonts.ts'

/** A compressed stream object. */
export function stream(
  context: PDFContext,
  bytes: Uint8Array | string,
  entries: Record<string, number> = {},
): PDFRef {
  // A higher level makes a document a twentieth smaller and takes three times as long.
  const packed = deflateSync(bytes, { level: 1 })
  return context.register(
    PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length }), packed),
  )
}

/** A drawing that pages can repeat, from its compressed content stream. */
export function formObject(context: PDFContext, packed: Uint8Array, box: number[]): PDFRef {
  const entries = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box,
    Filter: 'FlateDecode',
    Length: packed.length,
  }
  return context.register(PDFRawStream.of(context.obj(entries), packed))
}

/**
 * Writes a font with the given glyphs into a document (ISO 32000-1 §9.7: a Type 0 font over a CIDFontType2
 * whose character ids are the font's own glyph numbers). Returns the font's reference.
 */
export function embedFont(context: PDFContext, face: Face, characters: Map<number, string>): PDFRef {
  const glyphs = [...characters.keys()].sort((a, b) => a - b)
  const bytes = face.subset(glyphs)
  const name = `${subsetTag(glyphs)}+${face.name}`
  const { ascent, descent, box } = face.metrics
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [...box],
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: ascent,
      StemV: 80,
      FontFile2: stream(context, bytes, { Length1: bytes.length }),
    }),
  )
  const system = {
    Registry: PDFHexString.fromText('Adobe'),
    Ordering: PDFHexString.fromText('Identity'),
    Supplement: 0,
  }
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: system,
      FontDescriptor: descriptor,
      DW: 1000,
      W: glyphs.flatMap((glyph) => [glyph, [face.metrics.width(glyph)]]),
      CIDToGIDMap: 'Identity',
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: PDFName.of(name),
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: stream(context, toUnicode(glyphs, characters)),
    }),
  )
}

/** The six capital letters of a subset (ISO 32000-1 §9.6.4); two vary, as pdf-lib keeps every name for good. */
function subsetTag(glyphs: number[]): string {
  const digest = createHash('sha256').update(glyphs.join()).digest()
  return 'YZAA' + Array.from(digest.subarray(0, 2), (byte) => String.fromCharCode(65 + (byte % 26))).join('')
}

function toUnicode(glyphs: number[], characters: Map<number, string>): string {
  const lines = glyphs.map((glyph) => `<${hex4(glyph)}> <${utf16(characters.get(glyph) ?? '')}>`)
  const blocks: string[] = []
  // No block may have more than 100 lines.
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100)
    blocks.push(`${part.length} beginbfchar`, ...part, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0')
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at))).join('')
}
