import { crc32 } from 'node:zlib'
import { BadFile } from './bad-file.ts'
import { refuseHidden } from './hidden.ts'
import { checkPixels, type CleanPicture } from './pixels.ts'

/** What the header of a PNG says. */
export interface PngHeader {
  width: number
  height: number
  bitDepth: number
  colourType: number
  interlaced: boolean
}

/** Chunks that draw the picture; texts, times, places, profiles and moving frames are left out. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'cICP',
])

/** Bit depths by colour type, PNG (Third Edition) table 11.1. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/**
 * A PNG as it is kept: only the chunks that draw it.
 * @throws BadFile when it is broken, absurdly large, or another file as well
 */
export function cleanPng(data: Buffer): CleanPicture {
  const { chunks, end } = chunksOf(data)
  refuseHidden(data, end)
  const { width, height } = headerOf(chunks)
  if (!chunks.some(({ type }) => type === 'IDAT')) throw new BadFile('file_broken')
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ bytes }) => bytes)
  return { data: Buffer.concat([data.subarray(0, 8), ...kept]), width, height }
}

interface Chunk {
  type: string
  /** With length, type and checksum. */
  bytes: Buffer
}

/** The chunks up to the last, each with a right checksum. */
export function chunksOf(data: Buffer): { chunks: Chunk[]; end: number } {
  const chunks: Chunk[] = []
  let at = 8
  while (at + 12 <= data.length) {
    const end = at + 12 + data.readUInt32BE(at)
    if (end > data.length) break
    const type = data.toString('latin1', at + 4, at + 8)
    if (crc32(data.subarray(at + 4, end - 4)) !== data.readUInt32BE(end - 4)) break
    chunks.push({ type, bytes: data.subarray(at, end) })
    if (type === 'IEND') return { chunks, end }
    at = end
  }
  throw new BadFile('file_broken')
}

/** The header, which comes first and must make sense. */
export function headerOf([first]: readonly Chunk[]): PngHeader {
  if (first?.type !== 'IHDR' || first.bytes.length !== 25) throw new BadFile('file_broken')
  const { bytes } = first
  const header = {
    width: bytes.readUInt32BE(8),
    height: bytes.readUInt32BE(12),
    bitDepth: bytes.readUInt8(16),
    colourType: bytes.readUInt8(17),
    interlaced: bytes.readUInt8(20) === 1,
  }
  if (!DEPTHS[header.colourType]?.includes(header.bitDepth)) throw new BadFile('file_broken')
  checkPixels(header.width, header.height)
  return header
}
