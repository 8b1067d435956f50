import { crc32, deflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'

/** A small photograph, red above and blue below. */
export function makeJpeg(width = 16, height = 8): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let i = 0; i < width * height; i += 1)
    data.set(i < (width * height) / 2 ? [255, 0, 0] : [0, 0, 255], i * 4)
  return jpeg.encode({ data, width, height }, 90).data
}

/** A segment of a JPEG. */
export function segment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, 'latin1')
  const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255])
  return Buffer.concat([head, bytes])
}

/** The Exif of a telephone: orientation 6, and where the picture was taken. */
export function exif(orientation = 6): Buffer {
  const tiff = Buffer.alloc(64)
  tiff.write('II*\0\x08\0\0\0\x02\0', 0, 'latin1')
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  tiff.write('GPS 30.5N 120.1E', 40, 'latin1')
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}

/** A JPEG with segments put behind its first marker. */
export function withSegments(picture: Buffer, ...segments: Buffer[]): Buffer {
  return Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)])
}

/** A chunk of a PNG. */
export function chunk(type: string, content: Buffer | string): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content as string, 'latin1')])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(named.length - 4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

export const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The header of a PNG. */
export function header(width: number, height: number, bitDepth = 8, colourType = 2): Buffer {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([bitDepth, colourType], 8)
  return chunk('IHDR', bytes)
}

/** A PNG of the rows given, each with its filter byte. */
export function makePng(
  rows: number[][],
  width: number,
  bitDepth = 8,
  colourType = 2,
  ...more: Buffer[]
): Buffer {
  return Buffer.concat([
    PNG_START,
    header(width, rows.length, bitDepth, colourType),
    ...more,
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', ''),
  ])
}

/** A PDF of the objects given (numbered from 1; the first is the catalogue), with its table. */
export function makePdf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n'
  const places: number[] = []
  for (const [i, object] of objects.entries()) {
    places.push(text.length)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const at = text.length
  text += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const PAGES = [
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
]

/** A PDF of one empty page; `catalog` stands in its catalogue, `more` are further objects from number 4. */
export function onePage(catalog = '', more: string[] = [], trailer = ''): Buffer {
  return makePdf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, ...PAGES, ...more], trailer)
}

/** Objects packed into an object stream. */
export function packed(objects: Record<number, string>): string {
  const entries = Object.entries(objects)
  let place = 0
  const pairs = entries.map(([number, text]) => {
    const pair = `${number} ${place}`
    place += text.length + 1
    return pair
  })
  const head = `${pairs.join(' ')} `
  const body = deflateSync(Buffer.from(head + entries.map(([, text]) => text).join('\n'), 'latin1')).toString(
    'latin1',
  )
  return `<< /Type /ObjStm /N ${entries.length} /First ${head.length} /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream`
}

/** 64 by 64 pixels in HEVC, red above and blue below. */
export const HEIC = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAT9tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA',
    'AAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFjAAEAAAAAAAAAdgAAACNpaW5mAAAAAAABAAAAFWluZmUC',
    'AAAAAAEAAGh2YzEAAAAAv2lwcnAAAAChaXBjbwAAAHVodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNw',
    'AAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAi',
    'QAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAB+bWRhdAAAAHIo',
    'Aa8J4McZNqI///vRff/+5V+h/rWzkGkX//8dbw7/U50//5BTAzQiisR90qKcTh72qOq0EMCPudqlYqYLPaoGh2VhSU33vVuH',
    '+el2MKn2Qi88reXuEIlMcxYl1h/EbfMaeRxh4D3zyo/X+t+n+TVKj+A=',
  ].join(''),
  'base64',
)
