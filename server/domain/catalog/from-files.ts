import type { Reader } from '#db'
import type { Change } from './change.ts'
import type { CityCatalog } from './city-catalog.ts'
import { hashOf } from './hash.ts'
import { documentsOf } from './documents-of.ts'
import { rowsFromFiles, type CurrentRow } from './store/current.ts'

/**
 * What taking over a city's files changes: what differs in them from what was taken over last. What was published at
 * the desk meanwhile stays, unless its file changed too; what vanished from the files is no longer offered.
 */
export async function changesFromFiles(reader: Reader, city: CityCatalog): Promise<Change[]> {
  const taken = await takenOver(reader)
  const changes = filedChanges(city)
  const changed = changes.filter(
    ({ kind, code, fileHash }) => taken.get(`${kind} ${code}`)?.fileHash !== fileHash,
  )
  return [...changed, ...vanished(taken, changes)]
}

/** The same, but the files count whatever was published at the desk since they were taken over. */
export async function changesToFiles(reader: Reader, city: CityCatalog): Promise<Change[]> {
  const changes = filedChanges(city)
  return [...changes, ...vanished(await takenOver(reader), changes)]
}

async function takenOver(reader: Reader): Promise<Map<string, CurrentRow>> {
  return new Map((await rowsFromFiles(reader)).map((row) => [`${row.kind} ${row.code}`, row]))
}

function filedChanges(city: CityCatalog): Change[] {
  return documentsOf(city).map(({ kind, code, body }) => ({ kind, code, body, fileHash: hashOf(body) }))
}

function vanished(taken: ReadonlyMap<string, CurrentRow>, changes: readonly Change[]): Change[] {
  const filed = new Set(changes.map(({ kind, code }) => `${kind} ${code}`))
  return [...taken]
    .filter(([key]) => !filed.has(key))
    .map(([, { kind, code }]) => ({ kind, code, body: null }))
}
