import type { UploadState } from '#shared/contract/uploads.ts'
import { fault, type Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import {
  assemble,
  beginUpload,
  countPiece,
  endUpload,
  erasePieces,
  isFile,
  storePiece,
  uploadOf,
  type Upload,
} from '../files/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { addFiles, askedFor } from './files.ts'
import { tellProblems, toldBefore } from './give-materials.ts'
import { loadDraft, walk } from './load.ts'
import { stepOf } from './save-step.ts'

interface Announcement {
  draft: string
  material: string
  name: string
  bytes: number
  modified: string
  /** It is the first file that its page sends: what the page had told is settled. */
  begins?: string | undefined
}

/**
 * Begins to send a file in pieces, or says how far an interrupted one came. One that is too big for its material need
 * not be sent: that is told when the page is drawn again, and counts as all of it.
 */
export async function startUpload(
  act: Act,
  { draft: id, material: code, name, bytes, modified, begins }: Announcement,
): Promise<UploadState> {
  const draft = await loadDraft(act, id)
  const journey = walk(draft, act.at)
  stepOf(journey, 'materials')
  const { maxBytes } = askedFor(journey, code)
  if (begins !== undefined) await tellProblems(act, id, [])
  if (bytes > maxBytes) {
    const wrong = fault('file_too_big', { name, mb: Math.round(maxBytes / 1_048_576) })
    await tellMore(act, id, [{ field: code, ...wrong }])
    return { upload: '', received: bytes, bytes }
  }
  const upload = await beginUpload(act, draft.row.personId, {
    purpose: `${id}:${code}`,
    name,
    bytes,
    modified,
  })
  return stateOf(upload)
}

async function tellMore(act: Act, draft: string, problems: readonly Problem[]): Promise<void> {
  if (problems.length > 0) await tellProblems(act, draft, [...(await toldBefore(act, draft)), ...problems])
}

/** How far an upload came. */
export async function readUpload(
  look: Look,
  { draft, upload }: { draft: string; upload: string },
): Promise<UploadState> {
  return stateOf(await ownUpload(look, draft, upload))
}

/**
 * Takes the next piece of an upload. A piece that is not the next changes nothing and answers which is. With the last
 * the file is looked through like any other; what is wrong with it is told when the page is drawn again.
 */
export async function takePiece(
  who: Asking,
  { draft, upload: id, offset, piece }: { draft: string; upload: string; offset: number; piece: unknown },
): Promise<UploadState> {
  const upload = await look(who, (reading) => ownUpload(reading, draft, id))
  const data = Array.isArray(piece) && isFile(piece[0]) ? piece[0].data : undefined
  if (!data?.length)
    throw new Refusal('invalid_input', { problems: [{ field: 'piece', ...fault('missing') }] })
  if (offset !== upload.received || offset + data.length > upload.bytes) return stateOf(upload)
  await storePiece(upload, data)
  const counted = await perform(who, (act) => countPiece(act.tx, upload, data.length))
  const now = counted
    ? { ...upload, received: offset + data.length }
    : await look(who, (reading) => ownUpload(reading, draft, id))
  if (counted && now.received === now.bytes) await finish(who, draft, now)
  return stateOf(now)
}

async function finish(who: Asking, draft: string, upload: Upload): Promise<void> {
  const data = await assemble(upload)
  const material = upload.purpose.split(':')[1] ?? ''
  await perform(who, (act) => endUpload(act.tx, upload.id))
  await erasePieces(upload.id)
  const problems = data
    ? await addFiles(who, draft, [{ material, name: upload.name, data }])
    : [{ field: material, ...fault('file_broken', { name: upload.name }) }]
  await perform(who, (act) => tellMore(act, draft, problems))
}

/** An upload of one's own, for this draft. */
async function ownUpload(look: Look, draft: string, id: string): Promise<Upload> {
  const { row } = await loadDraft(look, draft)
  const upload = await uploadOf(look, row.personId, id)
  if (!upload.purpose.startsWith(`${draft}:`)) throw new Refusal('not_found')
  return upload
}

function stateOf({ id, received, bytes }: Upload): UploadState {
  return { upload: id, received, bytes }
}
