import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sealBytes, unsealBytes, type Reader, type Tx } from '#db'
import { newId } from '#shared/id.ts'
import { fileRow, insertFileRow, type StoredFile } from './store.ts'

export type { StoredFile } from './store.ts'

/** Bytes that lie in the file store, not yet known to the database. */
export interface NewFile {
  id: string
  mime: string
  bytes: number
  sha256: string
}

/** The folder of the file store. */
function pathOf(id: string): string {
  return join(process.env.DATA_DIR ?? '.data', 'files', id.slice(-2), id)
}

/** Seals bytes and puts them on disk, durably. Called before the transaction that makes the file known. */
export async function storeBytes(data: Uint8Array, mime: string, id = newId()): Promise<NewFile> {
  const path = pathOf(id)
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(sealBytes(data))
    await file.sync()
  } finally {
    await file.close()
  }
  return { id, mime, bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') }
}

/** Makes stored bytes a file of somebody. */
export async function insertFile(
  tx: Tx,
  file: NewFile,
  ownerId: string,
  name: string,
  at: number,
): Promise<StoredFile> {
  const row = { ...file, ownerId, name, createdAt: at }
  await insertFileRow(tx, row)
  return row
}

export function fileOf(reader: Reader, id: string): Promise<StoredFile | undefined> {
  return fileRow(reader, id)
}

/** The bytes of a stored file. */
export async function openFile(id: string): Promise<Buffer> {
  return unsealBytes(await readFile(pathOf(id)))
}
