import { Refusal } from '#shared/refusal.ts'
import { BadFile } from './content/bad-file.ts'
import { turnJpeg } from './content/jpeg.ts'
import { MIME } from './content/kind.ts'
import { inThread } from './thread/work.ts'

/**
 * A stored picture turned to the right by a quarter; a photograph without loss.
 * @throws Refusal move_not_possible for what cannot be turned, such as a PDF
 */
export async function turnPicture(data: Buffer, mime: string): Promise<Buffer> {
  try {
    if (mime === MIME.jpg) return turnJpeg(data).data
    if (mime === MIME.png) return Buffer.from(await inThread('turnPng', data))
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
  }
  throw new Refusal('move_not_possible')
}
