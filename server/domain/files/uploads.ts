import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sealBytes, unsealBytes, type Tx } from '#db'
import { DAY_MS } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { writeDurably } from './disk.ts'
import {
  countUploads,
  deleteUpload,
  deleteUploadsBefore,
  insertUpload,
  updateReceived,
  uploadRow,
  type Upload,
} from './store.ts'

export type { Upload } from './store.ts'

/** More uploads under way at once are no application any more. */
const MOST_UPLOADS = 40

/** An upload that was not finished after a day is given up. */
const KEPT_MS = DAY_MS

/** What a browser knows of a file before it sends it. */
export interface Announced {
  purpose: string
  name: string
  bytes: number
  /** When the file was changed last, as its machine says; tells it from another of the same name and size. */
  modified: string
}

function folderOf(id: string): string {
  return join(process.env.DATA_DIR ?? '.data', 'uploads', id)
}

function pieceOf({ id, received }: Upload): string {
  return join(folderOf(id), String(received))
}

/**
 * Begins an upload in pieces, or finds the one that was interrupted: the same file of the same person for the same
 * purpose is the same upload, on whatever day and page it is chosen again.
 * @throws Refusal too_many_uploads
 */
export async function beginUpload(act: Act, ownerId: string, file: Announced): Promise<Upload> {
  const { purpose, name, bytes, modified } = file
  if ((await countUploads(act.tx, ownerId)) >= MOST_UPLOADS) throw new Refusal('too_many_uploads')
  const id = createHash('sha256')
    .update([ownerId, purpose, name, bytes, modified].join('\n'))
    .digest('base64url')
  await insertUpload(act.tx, { id, ownerId, purpose, name, bytes, received: 0, createdAt: act.at })
  return uploadOf(act, ownerId, id)
}

/** An upload of one's own. */
export async function uploadOf(look: Look | Act, ownerId: string, id: string): Promise<Upload> {
  const row = await uploadRow(look.tx, id, ownerId)
  if (!row) throw new Refusal('not_found')
  return row
}

/** Puts a piece on disk, sealed. Called before the transaction that counts it; written twice it is the same. */
export async function storePiece(upload: Upload, piece: Buffer): Promise<void> {
  await writeDurably(pieceOf(upload), sealBytes(piece))
}

/** Counts a piece that was stored. False when another post of the same piece was faster. */
export async function countPiece(tx: Tx, upload: Upload, bytes: number): Promise<boolean> {
  return updateReceived(tx, upload, upload.received + bytes)
}

/** The whole file, when every piece is there; undefined when they do not add up. */
export async function assemble(upload: Upload): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  for (let received = 0; received < upload.bytes;) {
    const sealed = await readFile(pieceOf({ ...upload, received })).catch(() => undefined)
    const piece = sealed && unsealBytes(sealed)
    if (!piece?.length) return undefined
    pieces.push(piece)
    received += piece.length
  }
  const whole = Buffer.concat(pieces)
  return whole.length === upload.bytes ? whole : undefined
}

/** Forgets an upload that was finished. */
export async function endUpload(tx: Tx, id: string): Promise<void> {
  await deleteUpload(tx, id)
}

/** Takes the pieces of an upload off the disk. */
export async function erasePieces(id: string): Promise<void> {
  await rm(folderOf(id), { recursive: true, force: true })
}

/** Forgets uploads that nobody finished within a day; answers which, for their pieces to be erased. */
export function purgeUploads(tx: Tx, at: number): Promise<string[]> {
  return deleteUploadsBefore(tx, at - KEPT_MS)
}
