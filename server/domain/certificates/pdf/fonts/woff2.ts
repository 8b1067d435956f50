import { brotliDecompressSync } from 'node:zlib'
import { ByteReader } from './byte-reader.ts'
import { writeSfnt } from './outlines.ts'
import { rebuildGlyphs } from './woff2-glyphs.ts'

// W3C WOFF 2.0 §4.1: tags known by number, up to the last one that our fonts use.
const KNOWN_TAGS = (
  'cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,' +
  'PCLT,VDMX,vhea,vmtx,BASE,GDEF,GPOS,GSUB'
).split(',')
const KEPT = ['cmap', 'head', 'hhea', 'hmtx', 'maxp']
const HEADER = 48

interface Entry {
  tag: string
  transformed: boolean
  length: number
}

/**
 * Unpacks a WOFF 2.0 font with TrueType outlines to a TrueType file (W3C WOFF File Format 2.0). Hinting and
 * layout tables are left out: what is drawn on paper has no use for them.
 */
export function unpackWoff2(packed: Uint8Array): Uint8Array {
  const reader = new ByteReader(packed)
  if (reader.uint32() !== 0x774f4632) throw new Error('not a WOFF2 font')
  reader.at = 12
  const tableCount = reader.uint16()
  reader.at = 20
  const packedLength = reader.uint32()
  reader.at = HEADER
  const entries = Array.from({ length: tableCount }, () => readEntry(reader))
  const content = brotliDecompressSync(packed.subarray(reader.at, reader.at + packedLength))
  const tables = new Map<string, Uint8Array>()
  let start = 0
  for (const { tag, transformed, length } of entries) {
    const bytes = content.subarray(start, start + length)
    start += length
    if (tag === 'glyf' && transformed) {
      const { glyf, loca } = rebuildGlyphs(bytes)
      tables.set('glyf', glyf).set('loca', loca)
    } else if (KEPT.includes(tag)) {
      if (transformed) throw new Error(`WOFF2 transform of ${tag} is not known here`)
      tables.set(tag, Uint8Array.from(bytes))
    }
  }
  useLongOffsets(tables)
  return writeSfnt(tables)
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.uint8()
  const known = flags & 63
  const tag = known === 63 ? reader.tag() : (KNOWN_TAGS[known] ?? '')
  const original = reader.base128()
  const version = flags >> 6
  // The outlines' null transform is number 3, every other table's is 0.
  const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0
  return { tag, transformed, length: transformed ? reader.base128() : original }
}

function useLongOffsets(tables: Map<string, Uint8Array>): void {
  const head = tables.get('head')
  if (!head || !tables.has('glyf')) throw new Error('WOFF2 font without transformed TrueType outlines')
  new DataView(head.buffer).setInt16(50, 1)
}
