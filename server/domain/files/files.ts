import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealBytes, unsealBytes, type Reader, type Tx } from '#db'
import { newId } from '#shared/id.ts'
import { writeDurably } from './disk.ts'
import { fileRow, fileRows, fileRowsOfOwner, insertFileRow, type StoredFile } from './store.ts'

export type { StoredFile } from './store.ts'

/** Bytes that lie in the file store, not yet known to the database. */
export interface NewFile {
  id: string
  mime: string
  bytes: number
  sha256: string
}

/** What is known of a file that somebody handed in. */
export interface HandedIn {
  /** The code of the material it was handed in as. */
  purpose: string
  pages: number
  scan: StoredFile['scan']
}

/** Where the bytes of a file lie in the file store. */
export function pathOf(id: string): string {
  return join(process.env.DATA_DIR ?? '.data', 'files', id.slice(-2), id)
}

/** The fingerprint of bytes, SHA-256 in hexadecimal. */
export function fingerprint(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Seals bytes and puts them on disk, durably. Called before the transaction that makes the file known. */
export async function storeBytes(data: Uint8Array, mime: string, id = newId()): Promise<NewFile> {
  await writeDurably(pathOf(id), sealBytes(data))
  return { id, mime, bytes: data.length, sha256: fingerprint(data) }
}

/** Makes stored bytes a file of somebody; without `given` it is a file that we made ourselves. */
export async function insertFile(
  tx: Tx,
  file: NewFile,
  ownerId: string,
  name: string,
  at: number,
  given: HandedIn = { purpose: '', pages: 0, scan: 'own' },
): Promise<StoredFile> {
  const row = { ...file, ...given, ownerId, name, createdAt: at }
  await insertFileRow(tx, row)
  return row
}

/** A file whose bytes can be had; one in which a virus was found is gone. */
export async function fileOf(reader: Reader, id: string): Promise<StoredFile | undefined> {
  const row = await fileRow(reader, id)
  return row?.scan === 'infected' ? undefined : row
}

/** Files whose bytes can be had, of these. */
export async function filesOf(reader: Reader, ids: readonly string[]): Promise<StoredFile[]> {
  return (await fileRows(reader, ids)).filter(({ scan }) => scan !== 'infected')
}

/** What the scanner said of files, by their ids. */
export async function scansOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredFile['scan']>> {
  return new Map((await fileRows(reader, ids)).map(({ id, scan }) => [id, scan]))
}

/** What somebody handed in as some materials before, the newest first. */
export function filesHandedIn(
  reader: Reader,
  ownerId: string,
  materials: readonly string[],
): Promise<StoredFile[]> {
  return fileRowsOfOwner(reader, ownerId, materials, 100)
}

/** The bytes of a stored file. */
export async function openFile(id: string): Promise<Buffer> {
  return unsealBytes(await readFile(pathOf(id)))
}
