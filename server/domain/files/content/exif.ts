/** The tag that says how a picture is to be turned, Exif 2.32 §4.6.4. */
const ORIENTATION = 0x0112

/** How a picture is to be shown, 1 to 8 as in Exif; 1 when the data do not say. @param segment with its marker */
export function orientationIn(segment: Buffer): number {
  const tiff = segment.subarray(10)
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || tiff.length < 8) return 1
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  for (let i = 0, at = directory + 2; i < short(directory) && at + 12 <= tiff.length; i += 1, at += 12) {
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment that says nothing but how the picture is to be turned. */
export function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xffe1, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif\0\0MM\0*\0\0\0\x08\0\x01', 4, 'latin1')
  segment.writeUInt16BE(ORIENTATION, 20)
  segment.writeUInt16BE(3, 22)
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(orientation, 28)
  return segment
}

/** A quarter turn to the right, for pictures as they are (1, 6, 3, 8) and for mirrored ones. */
const TURNED: Readonly<Record<number, number>> = { 1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2 }

export function turned(orientation: number): number {
  return TURNED[orientation] ?? 6
}
