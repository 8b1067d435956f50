import type { GivenFile } from '#shared/forms/draft.ts'
import { newId } from '#shared/id.ts'
import { fault, type Fault } from '#shared/problem.ts'
import type { Asking } from '../perform.ts'
import { checkContent, type CheckedContent, type FileLimits } from './check-content.ts'
import { fingerprint, storeBytes, type NewFile, type StoredFile } from './files.ts'
import { scanBytes } from './scan.ts'

/** A file as it was posted. */
export interface GivenUpload {
  material: string
  name: string
  data: Buffer
}

/** A file found good, with its bytes in the file store, not yet known to anybody. */
export interface ReceivedFile {
  given: GivenFile
  file: NewFile
  scan: StoredFile['scan']
}

/** A file whose content was found good, as it will be named. */
export interface LookedThrough {
  given: GivenFile
  content: CheckedContent
}

/** Looks a posted file through, scans it and stores its bytes; or says why it cannot be taken, with its name. */
export async function receiveUpload(
  who: Asking,
  upload: GivenUpload,
  limits: FileLimits,
): Promise<ReceivedFile | { wrong: Fault }> {
  const found = await lookThrough(who, upload, limits)
  return 'wrong' in found ? found : storeUpload(upload, found)
}

/** Looks at the content of a posted file: what it is, and how it will be named. */
export async function lookThrough(
  who: Asking,
  { name, data }: GivenUpload,
  limits: FileLimits,
): Promise<LookedThrough | { wrong: Fault }> {
  const checked = await checkContent(data, limits)
  if ('wrong' in checked) return { wrong: named(checked.wrong, name) }
  const { good } = checked
  return {
    content: good,
    given: {
      fileId: newId(who.at),
      name: nameFor(name, good.kind),
      bytes: good.data.length,
      mime: good.mime,
      pages: good.pages,
      origin: fingerprint(good.data),
    },
  }
}

/** Scans a file as it was sent and stores it as it is kept. What a virus is found in is not stored at all. */
export async function storeUpload(
  { name, data }: GivenUpload,
  { given, content }: LookedThrough,
): Promise<ReceivedFile | { wrong: Fault }> {
  const scan = await scanBytes(data)
  if (scan === 'infected') return { wrong: named(fault('file_infected'), name) }
  return { given, scan, file: await storeBytes(content.data, content.mime, given.fileId) }
}

/** The files of a multipart form; the name of a field says what they are handed in as. */
export function uploadsIn(posted: Record<string, unknown>): GivenUpload[] {
  return Object.entries(posted).flatMap(([material, value]) =>
    Array.isArray(value) ? value.filter(isFile).map(({ name, data }) => ({ material, name, data })) : [],
  )
}

/** Whether a posted value is a file. */
export function isFile(value: unknown): value is { name: string; data: Buffer } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    Buffer.isBuffer(value.data) &&
    'name' in value
  )
}

/** A fault with the name of the file that has it. */
function named(wrong: Fault, name: string): Fault {
  return { ...wrong, params: { ...wrong.params, name: shortName(name) } }
}

/** A name without what could deceive whoever reads it: signs that nobody sees, folders, more than 80 characters. */
function shortName(name: string): string {
  return [...name.toWellFormed().replace(/[\p{Cc}\p{Cf}/\\]/gu, '')].slice(-80).join('')
}

/** The name with the ending of what the file really is. */
function nameFor(name: string, kind: CheckedContent['kind']): string {
  const short = shortName(name)
  const endings = kind === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${kind}$`, 'i')
  return endings.test(short) ? short : `${short.replace(/\.[^.]{1,5}$/, '')}.${kind}`
}
