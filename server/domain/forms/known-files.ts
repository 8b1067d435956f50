import type { MaterialState } from '#shared/forms/plan.ts'
import type { Look } from '../act.ts'
import { filesHandedIn, scansOf, type StoredFile } from '../files/index.ts'
import type { LoadedDraft } from './load.ts'

/** What the file store knows that a page of materials shows. */
export interface FilesKnown {
  draft: string
  scans: ReadonlyMap<string, StoredFile['scan']>
  /** Handed in by this person before, for the materials that are to be uploaded; each content once. */
  earlier: StoredFile[]
}

/** Reads it for a draft. Asked on the page of materials only: other pages show no files. */
export async function knownFiles(
  look: Look,
  { row }: LoadedDraft,
  materials: readonly MaterialState[],
): Promise<FilesKnown> {
  const toUpload = materials.filter(({ state }) => state === 'upload').map(({ material }) => material.code)
  const here = Object.values(row.content.files).flat()
  const before = await filesHandedIn(look.tx, row.personId, toUpload)
  const seen = new Set(here.map(({ origin }) => origin))
  const own = new Set(here.map(({ fileId }) => fileId))
  const earlier = before.filter(({ id, purpose, sha256 }) => {
    const content = `${purpose} ${sha256}`
    if (own.has(id) || seen.has(sha256) || seen.has(content)) return false
    seen.add(content)
    return true
  })
  const scans = await scansOf(
    look.tx,
    here.map(({ fileId }) => fileId),
  )
  return { draft: row.id, scans, earlier }
}
