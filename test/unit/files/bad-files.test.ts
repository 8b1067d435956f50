import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkContent } from '#domain/files/check-content.ts'
import {
  chunk,
  header,
  HEIC,
  makeJpeg,
  makePdf,
  makePng,
  onePage,
  packed,
  PNG_START,
  segment,
} from './make.ts'

const LIMITS = { accept: ['jpg', 'png', 'pdf'] as const, maxBytes: 20 * 1024 * 1024 }

async function verdict(data: Buffer, limits: Parameters<typeof checkContent>[1] = LIMITS): Promise<string> {
  const found = await checkContent(data, limits)
  return 'wrong' in found ? found.wrong.code : 'good'
}

const png = makePng([[0, 255, 0, 0]], 1)
const zip = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(60)])
const zipEnd = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

/** A picture whose header claims so many pixels. */
function claiming(width: number, height: number): Buffer {
  return Buffer.concat([
    PNG_START,
    header(width, height),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    chunk('IEND', ''),
  ])
}

/** A JPEG whose frame header is written anew. */
function jpegClaiming(width: number, height: number): Buffer {
  const picture = makeJpeg()
  const frame = picture.indexOf(Buffer.from([0xff, 0xc0]))
  picture.writeUInt16BE(height, frame + 5)
  picture.writeUInt16BE(width, frame + 7)
  return picture
}

const JS = '<< /S /JavaScript /JS (app.alert(1)) >>'

const BAD: Record<string, [Buffer, string]> = {
  'an empty file': [Buffer.alloc(0), 'file_empty'],
  'text, ten megabytes of it': [Buffer.alloc(10 * 1024 * 1024, '一'), 'file_kind'],
  'a zip': [zip, 'file_kind'],
  'an SVG with a script': [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'file_kind',
  ],
  'a web page called picture.jpg': [Buffer.from('<!doctype html><script>1</script>'), 'file_kind'],
  'a PDF that does not begin the file': [Buffer.concat([Buffer.from('junk\n'), onePage()]), 'file_kind'],
  'a JPEG followed by a zip': [Buffer.concat([makeJpeg(), zip, zipEnd]), 'file_hidden'],
  'a JPEG followed by a page': [Buffer.concat([makeJpeg(), Buffer.from('\n<html><script>1')]), 'file_hidden'],
  'a JPEG followed by a PDF': [Buffer.concat([makeJpeg(), onePage()]), 'file_hidden'],
  'a JPEG with a zip in a comment': [
    Buffer.concat([makeJpeg().subarray(0, 2), segment(0xfe, zipEnd), makeJpeg().subarray(2)]),
    'file_hidden',
  ],
  'a PNG followed by a zip': [Buffer.concat([png, zip, zipEnd]), 'file_hidden'],
  'a PDF followed by a zip': [Buffer.concat([onePage(), zip, zipEnd]), 'file_hidden'],
  'a PDF that is a page to old browsers': [
    Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>1</script>\n'), onePage().subarray(9)]),
    'file_hidden',
  ],
  'a JPEG cut off': [makeJpeg().subarray(0, -20), 'file_broken'],
  'a JPEG without a picture': [Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'file_broken'],
  'a PNG with a changed byte': [
    Buffer.concat([png.subarray(0, 45), Buffer.from([7]), png.subarray(46)]),
    'file_broken',
  ],
  'a PNG cut off': [png.subarray(0, -12), 'file_broken'],
  'a PNG of 60,000 by 60,000': [claiming(60_000, 60_000), 'picture_too_large'],
  'a PNG of 30,000 by 30,000': [claiming(30_000, 30_000), 'picture_too_large'],
  'a JPEG of 65,535 by 65,535': [jpegClaiming(65_535, 65_535), 'picture_too_large'],
  'a JPEG without height': [jpegClaiming(16, 0), 'file_broken'],
  'a HEIC cut off': [HEIC.subarray(0, 400), 'file_broken'],
  'a PDF cut off': [onePage().subarray(0, -30), 'file_broken'],
  'a PDF without pages': [makePdf(['<< /Type /Catalog >>']), 'file_broken'],
  'an encrypted PDF': [onePage('', ['<< /Filter /Standard /V 2 >>'], '/Encrypt 4 0 R '), 'pdf_encrypted'],
  'a PDF with a script on opening': [onePage(`/OpenAction ${JS}`), 'pdf_active'],
  'a PDF whose opening action is elsewhere': [
    onePage('/OpenAction 4 0 R', ['<< /S /URI /URI (http://x.example) >>']),
    'pdf_active',
  ],
  'a PDF whose place to open leads on': [
    onePage('/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 4 0 R >>'),
    'pdf_active',
  ],
  'a PDF that starts a program': [onePage('', ['<< /S /Launch /F (cmd.exe) >>']), 'pdf_active'],
  'a PDF with a script spelled in numbers': [onePage('/OpenAction << /S /J#61vaScript >>'), 'pdf_active'],
  'a PDF that acts when a page opens': [onePage('', ['<< /Type /Page /AA << /O 5 0 R >> >>']), 'pdf_active'],
  'a PDF with a script in a packed object': [onePage('', [packed({ 9: JS, 10: '<< >>' })]), 'pdf_active'],
  'a PDF whose catalogue is packed and opens with a script': [
    makePdf([packed({ 8: '<< /Type /Catalog /OpenAction 9 0 R >>', 9: '<< /S /URI /URI (x) >>' })]),
    'pdf_active',
  ],
  'a PDF with a form that sends': [onePage('', ['<< /S /SubmitForm /F (http://x.example) >>']), 'pdf_active'],
  'a PDF that carries a file': [onePage('/Names << /EmbeddedFiles 4 0 R >>', ['<< >>']), 'pdf_attachment'],
  'a PDF with a file pinned to a page': [
    onePage('', ['<< /Subtype /FileAttachment /FS 5 0 R >>']),
    'pdf_attachment',
  ],
  'a PDF that unpacks to more than any document': [
    onePage('', [
      `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${deflateSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1')}\nendstream`,
    ]),
    'file_broken',
  ],
  'a PDF that packs objects in a way we cannot look into': [
    onePage('', [
      '<< /Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n00\nendstream',
    ]),
    'file_broken',
  ],
}

describe('a file that cannot be taken', () => {
  for (const [name, [data, code]] of Object.entries(BAD)) {
    it(`is ${name}: ${code}`, async () => expect(await verdict(data)).toBe(code))
  }

  it('is too big for its material, or of a kind the material does not take', async () => {
    expect(await verdict(makeJpeg(), { accept: ['jpg'], maxBytes: 100 })).toBe('file_too_big')
    expect(await verdict(onePage(), { accept: ['jpg', 'png'], maxBytes: 10_000 })).toBe('file_kind')
  })
})

describe('a file that can be taken', () => {
  it('is a PDF that only says where to open, as office programs write it', async () => {
    expect(await verdict(onePage('/OpenAction [3 0 R /XYZ null null 0]'))).toBe('good')
    expect(await verdict(onePage('/OpenAction 4 0 R', ['<< /S /GoTo /D [3 0 R /Fit] >>']))).toBe('good')
  })

  it('is a large PDF, which is looked through beside everything else', async () => {
    const stream = `<< /Length 2000000 >>\nstream\n${'x'.repeat(2_000_000)}\nendstream`
    expect(await verdict(onePage('', [stream]))).toBe('good')
    expect(await verdict(onePage(`/OpenAction ${JS}`, [stream]))).toBe('pdf_active')
  })

  it('is a PDF whose pages are told', async () => {
    const found = await checkContent(onePage(), LIMITS)
    expect(found).toMatchObject({ good: { pages: 1, mime: 'application/pdf' } })
  })
})
