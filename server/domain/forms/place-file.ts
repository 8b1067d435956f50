import type { Material } from '#shared/catalog/documents.ts'
import type { DraftContent, GivenFile } from '#shared/forms/draft.ts'
import { fault, type Fault } from '#shared/problem.ts'

/** More than this for one material is a mistake. */
export const MOST_FILES = 20

/** Pages of one material together, where it says nothing else. */
const MOST_PAGES = 100

/**
 * Puts a file beside its material in a draft. A file that was handed in for another material of the draft already is
 * named there again, not stored twice: then its id is the old one's.
 * @returns why it cannot be put there, or null
 */
export function placeFile(
  content: Pick<DraftContent, 'files'>,
  { code, maxPages = MOST_PAGES }: Pick<Material, 'code' | 'maxPages'>,
  given: GivenFile,
): Fault | null {
  const files = (content.files[code] ??= [])
  const { name } = given
  if (files.some((file) => file.origin === given.origin)) return fault('file_twice', { name })
  if (files.length >= MOST_FILES) return fault('files_many', { name, max: MOST_FILES })
  const pages = [...files, given].reduce((sum, file) => sum + (file.pages ?? 1), 0)
  if (pages > maxPages) return fault('pages_many', { name, max: maxPages })
  const elsewhere = Object.values(content.files)
    .flat()
    .find((file) => file.origin === given.origin)
  files.push(elsewhere ? { ...elsewhere } : given)
  return null
}

/** Whether a draft names a file. */
export function namesFile(content: Pick<DraftContent, 'files'>, fileId: string): boolean {
  return Object.values(content.files).some((files) => files.some((file) => file.fileId === fileId))
}
