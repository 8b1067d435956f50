import { perform, type Asking } from '../perform.ts'
import { addFiles, removeFile, type GivenUpload } from './files.ts'
import { changeDraft } from './load.ts'
import { saveStep, type SavedStep } from './save-step.ts'

/**
 * One post of the materials page: files to add (one field per material), a file to remove (`remove`), signatures.
 * Stays on the page after adding with `stay`, or removing; else judges and goes on.
 */
export async function giveMaterials(
  who: Asking,
  { draft, ...posted }: { draft: string } & Record<string, unknown>,
): Promise<SavedStep> {
  const problems = await addFiles(who, draft, uploadsIn(posted))
  if (typeof posted.remove === 'string') await removeFile(who, draft, posted.remove)
  const texts = Object.fromEntries(Object.entries(posted).filter(([, value]) => typeof value === 'string'))
  const saved = await perform(who, (act) => saveStep(act, { ...texts, draft, step: 'materials' }))
  const stay = posted.remove !== undefined || posted.stay !== undefined || problems.length > 0
  if (!stay) return saved
  await perform(who, (act) =>
    changeDraft(act, draft, ({ row }) => {
      const others = row.content.saved.filter((code) => !code.startsWith('materials'))
      row.content.saved = others
      row.content.rejected = problems
    }),
  )
  return { ...saved, next: 'materials', problems }
}

function uploadsIn(posted: Record<string, unknown>): GivenUpload[] {
  return Object.entries(posted).flatMap(([material, value]) =>
    Array.isArray(value) ? value.filter(isFile).map(({ name, data }) => ({ material, name, data })) : [],
  )
}

function isFile(value: unknown): value is { name: string; data: Buffer } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    Buffer.isBuffer(value.data) &&
    'name' in value
  )
}
