import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { checkContent } from '#domain/files/check-content.ts'
import { cleanJpeg, turnJpeg } from '#domain/files/content/jpeg.ts'
import { orientationIn } from '#domain/files/content/exif.ts'
import { turnPng } from '#domain/files/thread/turn-png.ts'
import { chunk, exif, HEIC, makeJpeg, makePng, segment, withSegments } from './make.ts'

const LIMITS = { accept: ['jpg', 'png'] as const, maxBytes: 1_000_000 }

async function kept(data: Buffer): Promise<Buffer> {
  const found = await checkContent(data, LIMITS)
  if ('wrong' in found) throw new Error(found.wrong.code)
  return found.good.data
}

function orientationOf(picture: Buffer): number {
  const at = picture.indexOf(Buffer.from([0xff, 0xe1]))
  return at === -1 ? 1 : orientationIn(picture.subarray(at, at + 2 + picture.readUInt16BE(at + 2)))
}

/** Red, green, blue of a pixel. */
function pixel(picture: Buffer, x: number, y: number): number[] {
  const { data, width } = jpeg.decode(picture)
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
}

describe('a JPEG', () => {
  const taken = withSegments(
    makeJpeg(),
    exif(6),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zhang</x:xmpmeta>'),
    segment(0xed, 'Photoshop 3.0\0by-line Zhang'),
    segment(0xfe, 'taken by Zhang'),
  )

  it('keeps its pixels and how it is to be turned, and loses place, time, author and telephone', async () => {
    const clean = await kept(taken)
    expect(clean.toString('latin1')).not.toMatch(/GPS|Zhang|Photoshop|xmpmeta/)
    expect(orientationOf(clean)).toBe(6)
    expect(jpeg.decode(clean).data.equals(jpeg.decode(makeJpeg()).data)).toBe(true)
  })

  it('keeps its colour profile', async () => {
    const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile')
    expect((await kept(withSegments(makeJpeg(), profile))).includes(profile)).toBe(true)
  })

  it('loses the film or second picture that telephones put behind it', async () => {
    const film = Buffer.concat([makeJpeg(), Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(500)])
    expect((await kept(film)).equals(await kept(makeJpeg()))).toBe(true)
    expect((await kept(Buffer.concat([makeJpeg(), makeJpeg()]))).equals(await kept(makeJpeg()))).toBe(true)
  })

  it('cleaned again is the same', () => {
    const once = cleanJpeg(taken).data
    expect(cleanJpeg(once).data.equals(once)).toBe(true)
  })

  it('is turned four times to where it was', () => {
    const clean = cleanJpeg(makeJpeg(16, 8)).data
    const turns = [1, 2, 3, 4].reduce<Buffer[]>((all) => [...all, turnJpeg(all.at(-1) ?? clean).data], [])
    expect(turns.map(orientationOf)).toEqual([6, 3, 8, 1])
    expect(turns[3]?.equals(clean)).toBe(true)
    expect(turnJpeg(clean)).toMatchObject({ width: 8, height: 16 })
  })
})

describe('a PNG', () => {
  it('loses texts, times and places, and keeps what draws it', async () => {
    const more = [
      chunk('tEXt', 'Author\0Zhang'),
      chunk('eXIf', 'GPS'),
      chunk('tIME', '1234567'),
      chunk('gAMA', '1234'),
    ]
    const clean = await kept(makePng([[0, 1, 2, 3]], 1, 8, 2, ...more))
    expect(clean.toString('latin1')).not.toMatch(/Zhang|GPS|tIME/)
    expect(clean.includes('gAMA')).toBe(true)
  })

  it('is turned to the right, whatever filters its rows use', () => {
    // 2 by 2, grey: 10 20 / 30 40, the second row told as the difference to the first.
    const turned = turnPng(
      makePng(
        [
          [1, 10, 10],
          [2, 20, 20],
        ],
        2,
        8,
        0,
      ),
    )
    expect(
      turned.equals(
        turnPng(
          makePng(
            [
              [0, 10, 20],
              [4, 20, 10],
            ],
            2,
            8,
            0,
          ),
        ),
      ),
    ).toBe(true)
    const there = [1, 2, 3].reduce((picture) => turnPng(picture), turned)
    expect(turnPng(there).equals(turned)).toBe(true)
    expect(
      turned.equals(
        makePng(
          [
            [0, 30, 10],
            [0, 40, 20],
          ],
          2,
          8,
          0,
        ),
      ),
    ).toBe(true)
  })

  it('of single bits is turned bit by bit', () => {
    // 3 by 2: 110 / 001, then 2 by 3: 01 / 01 / 10.
    const turned = turnPng(
      makePng(
        [
          [0, 0b11000000],
          [0, 0b00100000],
        ],
        3,
        1,
        0,
      ),
    )
    expect(
      turned.equals(
        makePng(
          [
            [0, 0b01000000],
            [0, 0b01000000],
            [0, 0b10000000],
          ],
          2,
          1,
          0,
        ),
      ),
    ).toBe(true)
  })
})

describe('a HEIC', () => {
  it('is turned into a JPEG of the same picture', async () => {
    const picture = await kept(HEIC)
    const { width, height } = jpeg.decode(picture)
    expect([width, height]).toEqual([64, 64])
    const [red = 0, , noBlue = 255] = pixel(picture, 32, 8)
    const [noRed = 255, , blue = 0] = pixel(picture, 32, 56)
    expect([red > 200, noBlue < 60, noRed < 60, blue > 200]).toEqual([true, true, true, true])
  })
})
