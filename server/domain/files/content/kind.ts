/** Kinds of files that people hand in. */
export type FileKind = 'jpg' | 'png' | 'pdf' | 'heic'

/** The kind under which a file is stored, as browsers call it. */
export const MIME = { jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' } as const

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Brands of pictures in HEVC, ISO/IEC 23008-12 annex B. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'])

/** The kind of a file by its first bytes; a name or a header can say anything. */
export function kindOf(data: Buffer): FileKind | undefined {
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (data.subarray(0, 8).equals(PNG)) return 'png'
  if (/^%PDF-[12]\.\d/.test(data.subarray(0, 8).toString('latin1'))) return 'pdf'
  return isHeic(data) ? 'heic' : undefined
}

/** The box `ftyp` comes first and names what may read the file: the major brand, then the compatible ones. */
function isHeic(data: Buffer): boolean {
  if (data.length < 16 || data.toString('latin1', 4, 8) !== 'ftyp') return false
  const brands = data.toString('latin1', 8, Math.min(data.readUInt32BE(0), 256))
  for (let at = 0; at + 4 <= brands.length; at += 4)
    if (HEIC_BRANDS.has(brands.slice(at, at + 4))) return true
  return false
}
