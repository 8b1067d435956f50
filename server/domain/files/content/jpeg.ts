import { BadFile } from './bad-file.ts'
import { orientationIn, orientationSegment, turned } from './exif.ts'
import { refuseHidden } from './hidden.ts'
import { checkPixels, type CleanPicture } from './pixels.ts'

interface Segment {
  marker: number
  bytes: Buffer
}

const SOI = Buffer.from([0xff, 0xd8])
const EOI = 0xd9
const SOS = 0xda

/**
 * A JPEG as it is kept: only what draws it, and how it is to be turned. Everything that tells of the place, the time
 * and the telephone is gone, and so is what stood behind the picture's end.
 * @throws BadFile when it is broken, absurdly large, or another file as well
 */
export function cleanJpeg(data: Buffer): CleanPicture {
  return rebuild(data, (orientation) => orientation)
}

/** The same picture turned to the right by a quarter, without loss: only the mark changes. */
export function turnJpeg(data: Buffer): CleanPicture {
  return rebuild(data, turned)
}

function rebuild(data: Buffer, orient: (orientation: number) => number): CleanPicture {
  const { segments, end } = segmentsOf(data)
  refuseHidden(data, end)
  const frame = segments.find(({ marker }) => isFrame(marker))?.bytes
  if (!frame || frame.length < 9 || !segments.some(({ marker }) => marker === SOS))
    throw new BadFile('file_broken')
  const [width, height] = [frame.readUInt16BE(7), frame.readUInt16BE(5)]
  checkPixels(width, height)
  const orientation = orient(
    segments.reduce(
      (found, { marker, bytes }) => (marker === 0xe1 && found === 1 ? orientationIn(bytes) : found),
      1,
    ),
  )
  const kept = segments.filter(isKept)
  const head = kept.filter(({ marker }) => marker === 0xe0).map(({ bytes }) => withoutThumbnail(bytes))
  const picture = Buffer.concat([
    SOI,
    ...head,
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...kept.filter(({ marker }) => marker !== 0xe0).map(({ bytes }) => bytes),
  ])
  // From 5 on the picture lies on its side.
  return orientation < 5 ? { data: picture, width, height } : { data: picture, width: height, height: width }
}

/** The parts of a JPEG up to its end, each with its marker; a scan with the data that follow it. ITU-T T.81 B.1. */
function segmentsOf(data: Buffer): { segments: Segment[]; end: number } {
  const segments: Segment[] = []
  let at = 2
  for (;;) {
    while (data[at] === 0xff && data[at + 1] === 0xff) at += 1
    const marker = data[at + 1]
    if (data[at] !== 0xff || marker === undefined) throw new BadFile('file_broken')
    const end = endOf(data, at, marker)
    segments.push({ marker, bytes: data.subarray(at, end) })
    if (marker === EOI) return { segments, end }
    at = end
  }
}

function endOf(data: Buffer, at: number, marker: number): number {
  if (marker === EOI || marker === 0x01 || isRestart(marker)) return at + 2
  if (at + 4 > data.length) throw new BadFile('file_broken')
  const length = data.readUInt16BE(at + 2)
  const end = at + 2 + length
  if (length < 2 || end > data.length) throw new BadFile('file_broken')
  return marker === SOS ? endOfScan(data, end) : end
}

/** Within a scan, FF is followed by 00 or counts a restart; any other marker ends it. */
function endOfScan(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at !== -1; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw new BadFile('file_broken')
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Application data stay where colours depend on them: JFIF, the colour profile, Adobe's transform. */
function isKept({ marker, bytes }: Segment): boolean {
  if (marker === 0xe0) return bytes.toString('latin1', 4, 9) === 'JFIF\0'
  if (marker === 0xe2) return bytes.toString('latin1', 4, 16) === 'ICC_PROFILE\0'
  if (marker === 0xee) return bytes.toString('latin1', 4, 9) === 'Adobe'
  return marker < 0xe0 || marker === 0xff
}

/** JFIF may carry a small picture of its own, perhaps of what was cut away. */
function withoutThumbnail(jfif: Buffer): Buffer {
  if (jfif.length < 18) throw new BadFile('file_broken')
  const bare = Buffer.from(jfif.subarray(0, 18))
  bare.writeUInt16BE(16, 2)
  bare.writeUInt16BE(0, 16)
  return bare
}
