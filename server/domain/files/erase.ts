import { rm } from 'node:fs/promises'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { pathOf } from './files.ts'
import { deleteFileRows } from './store.ts'

/**
 * Erases files for good: nobody finds them from this transaction on, and their bytes go after it is durable. Ids that
 * are no files any more do no harm. Not for files of a case.
 */
export async function eraseFiles(act: Pick<Act, 'tx' | 'at'>, ids: readonly string[]): Promise<void> {
  for (const id of await deleteFileRows(act.tx, ids)) await emit(act, 'file.erased', id, { file: id })
}

/** Takes the bytes of an erased file off the disk. */
export async function handleErase({ file = '' }: Record<string, string>): Promise<void> {
  await rm(pathOf(file), { force: true })
}

/**
 * Work that makes stored bytes known. When it is refused, e.g. because the draft was sent meanwhile, nothing of them
 * stays on the disk. After a failure nobody foresaw it may have become durable all the same: then they stay.
 */
export async function orDiscard<T>(ids: readonly string[], work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) for (const id of ids) await rm(pathOf(id), { force: true })
    throw error
  }
}
