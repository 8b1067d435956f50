import libheif from 'libheif-js/wasm-bundle.js'
import jpeg from 'jpeg-js'
import { BadFile } from '../content/bad-file.ts'
import { checkPixels } from '../content/pixels.ts'

/** Out of a hundred; what a scan needs to stay readable. */
const QUALITY = 85

/** Unpacked it takes four bytes to a pixel three times over. */
const MOST_MEGAPIXELS = 64

/** The main picture of a HEIC file as JPEG, turned as it is to be seen, without anything else the file holds. */
export async function heicToJpeg(data: Buffer): Promise<Buffer> {
  const image = new libheif.HeifDecoder().decode(data)[0]
  if (!image) throw new BadFile('file_broken')
  const [width, height] = [image.get_width(), image.get_height()]
  checkPixels(width, height, MOST_MEGAPIXELS)
  const room = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const filled = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) =>
    image.display(room, resolve),
  )
  if (!filled) throw new BadFile('file_broken')
  return jpeg.encode({ data: Buffer.from(filled.data.buffer), width, height }, QUALITY).data
}
