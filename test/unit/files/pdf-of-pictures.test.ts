import { expect, test } from 'vitest'
import { checkContent } from '#domain/files/index.ts'
import { pdfOfPictures } from '#shared/files/pdf-of-pictures.ts'
import { makeJpeg } from './make.ts'

const LIMITS = { accept: ['pdf' as const], maxBytes: 1_000_000 }

test('pictures of pages become a PDF that is taken as any other', async () => {
  const data = new Uint8Array(makeJpeg())
  const pdf = pdfOfPictures([
    { data, width: 300, height: 200 },
    { data, width: 200, height: 300 },
  ])
  expect(await checkContent(Buffer.from(pdf), LIMITS)).toMatchObject({ good: { kind: 'pdf', pages: 2 } })
  const text = Buffer.from(pdf).toString('latin1')
  // The first page lies, the second stands.
  expect(text.match(/\/MediaBox \[0 0 \d+ \d+\]/g)).toEqual([
    '/MediaBox [0 0 842 595]',
    '/MediaBox [0 0 595 842]',
  ])
  // Where the table says that an object begins, it begins.
  const places = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place))
  expect(places.map((place, i) => text.startsWith(`${i + 1} 0 obj`, place))).toEqual(places.map(() => true))
  expect(text.includes(Buffer.from(data).toString('latin1'))).toBe(true)
})
