import { fault, type Fault } from '#shared/problem.ts'
import { BadFile } from './content/bad-file.ts'
import { cleanJpeg } from './content/jpeg.ts'
import { kindOf, MIME, type FileKind } from './content/kind.ts'
import { pagesOfPdf } from './content/pdf.ts'
import { cleanPng } from './content/png.ts'
import { inThread } from './thread/work.ts'

/** What may be handed in. */
export interface FileLimits {
  accept: readonly FileKind[]
  /** Bytes, as they were sent. */
  maxBytes: number
}

/** Bytes of a PDF that is looked through at once. */
const SHORT = 512 * 1024

/** Content that was found good, as it is to be stored. */
export interface CheckedContent {
  data: Buffer
  kind: keyof typeof MIME
  mime: string
  /** Of a PDF; a picture is one. */
  pages: number
  /** Pixels as the picture is shown; 0 for what is no picture. */
  width: number
  height: number
}

/**
 * Looks at what was sent, by its content alone: kind, size, whether it is whole, whether it is something else as well
 * or does something by itself. Pictures come out without what they tell of place, time and telephone; HEIC comes out
 * as JPEG.
 */
export async function checkContent(
  data: Buffer,
  { accept, maxBytes }: FileLimits,
): Promise<{ good: CheckedContent } | { wrong: Fault }> {
  if (data.length === 0) return { wrong: fault('file_empty') }
  if (data.length > maxBytes)
    return { wrong: fault('file_too_big', { mb: Math.round(maxBytes / 1_048_576) }) }
  const kind = kindOf(data)
  if (!kind || !isAccepted(kind, accept))
    return { wrong: fault('file_kind', { kinds: accept.join(', ').toUpperCase() }) }
  try {
    return { good: await cleaned(data, kind) }
  } catch (error) {
    if (error instanceof BadFile) return { wrong: error.fault }
    throw error
  }
}

/** HEIC is a photograph too: it is taken wherever JPEG is. */
function isAccepted(kind: FileKind, accept: readonly FileKind[]): boolean {
  return accept.includes(kind) || (kind === 'heic' && accept.includes('jpg'))
}

async function cleaned(data: Buffer, kind: FileKind): Promise<CheckedContent> {
  if (kind === 'pdf') return { data, kind, mime: MIME.pdf, pages: await pagesOf(data), width: 0, height: 0 }
  if (kind === 'png') return { ...cleanPng(data), kind, mime: MIME.png, pages: 1 }
  const photograph = kind === 'heic' ? Buffer.from(await inThread('heicToJpeg', data)) : data
  return { ...cleanJpeg(photograph), kind: 'jpg', mime: MIME.jpg, pages: 1 }
}

/** Ten megabytes take a tenth of a second, in which nobody else would be served. */
async function pagesOf(pdf: Buffer): Promise<number> {
  return pdf.length < SHORT ? pagesOfPdf(pdf) : inThread('pagesOfPdf', pdf)
}
