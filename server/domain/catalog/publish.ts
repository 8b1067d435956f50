import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { codeIn, FROM_FILES, staysResident, titleOf, type Change, type Signed } from './change.ts'
import type { CityCatalog } from './city-catalog.ts'
import { nextEdition } from './edition.ts'
import { changesFromFiles } from './from-files.ts'
import { hashOf } from './hash.ts'
import { renewBundles } from './renew-bundles.ts'
import { currentRows, putCurrent, type CurrentRow } from './store/current.ts'
import { insertDocuments, type DocumentRow } from './store/documents.ts'

/**
 * Publishes what changed: a new version of every document whose content differs, and new bundles for the life events
 * that use them.
 * @returns how many documents changed
 */
export async function publishChanges(act: Act, changes: readonly Change[], signed: Signed): Promise<number> {
  if (changes.length === 0) return 0
  const edition = await nextEdition(act)
  const known = await currentRows(act.tx, changes)
  const versions: DocumentRow[] = []
  const rows: CurrentRow[] = []
  for (const change of changes) {
    const before = known.get(`${change.kind} ${change.code}`)
    const next = change.body === null ? removed(act.at, before) : written(act.at, change, before, signed)
    if (!next) continue
    rows.push({ ...next.row, edition })
    if (next.version) versions.push(next.version)
  }
  if (rows.length === 0) return 0
  await insertDocuments(act.tx, versions)
  await putCurrent(act.tx, rows)
  await renewBundles(act, edition, rows)
  await emit(act, 'catalog.published', String(edition), {})
  const changed = versions.length + rows.filter(({ removedAt }) => removedAt === act.at).length
  act.note({
    verb: 'catalog.publish',
    subjectKind: 'catalog',
    subjectId: signed.packageId ?? 'city',
    detail: { documents: changed },
  })
  return changed
}

type Next = { row: Omit<CurrentRow, 'edition'>; version?: DocumentRow } | undefined

function removed(at: number, before: CurrentRow | undefined): Next {
  return before && before.removedAt === null
    ? { row: { ...before, removedAt: at, fileHash: null } }
    : undefined
}

function written(at: number, change: Change, before: CurrentRow | undefined, signed: Signed): Next {
  const { kind, code, body } = change
  const hash = hashOf(body)
  const fileHash = change.fileHash ?? before?.fileHash ?? null
  if (before && before.hash === hash && before.removedAt === null)
    return before.fileHash === fileHash ? undefined : { row: { ...before, fileHash } }
  const id = newId(at)
  const version = (before?.version ?? 0) + 1
  return {
    row: {
      kind,
      code,
      documentId: id,
      version,
      hash,
      resident: staysResident(change, before),
      fileHash,
      bundleId: before?.bundleId ?? null,
      division: codeIn(body, 'division'),
      department: codeIn(body, 'department'),
      title: titleOf(body, code),
      removedAt: null,
    },
    version: { id, kind, code, version, hash, body, publishedAt: at, ...signed },
  }
}

/** Takes over a city's files as far as they changed; answers how many documents changed. */
export async function publishCity(act: Act, city: CityCatalog): Promise<number> {
  return publishChanges(act, await changesFromFiles(act.tx, city), FROM_FILES)
}
