import { read } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import { clamd, type Scan } from '../../connectors/scanner/clamd.ts'
import { emit } from '../jobs/index.ts'
import { asking, perform } from '../perform.ts'
import { log } from '../../utils/log.ts'
import { openFile } from './files.ts'
import { fileRow, updateScan, type StoredFile } from './store.ts'

let scanner: Scan | undefined

/** Names the virus scanner of this process, `CLAMD_URL`; without one files are taken unscanned. */
export function useScanner(address: string | undefined): void {
  scanner = address ? clamd(address) : undefined
}

/** Asks the scanner about bytes as they were sent. When it is down, the file waits for it and the person goes on. */
export async function scanBytes(data: Uint8Array): Promise<StoredFile['scan']> {
  if (!scanner) return 'off'
  try {
    return await scanner(data)
  } catch (error) {
    log.warn('the virus scanner could not be asked', { error: error instanceof Error ? error.message : '' })
    return 'pending'
  }
}

/**
 * Scans a file that waited for the scanner; tried again by the queue until the scanner answers. An infected one is
 * marked, its bytes are erased, and whoever handed it in is told.
 */
export async function handleScan({ file = '' }: Record<string, string>, at: number): Promise<void> {
  const row = await fileRow(read(), file)
  if (row?.scan !== 'pending') return
  if (!scanner) throw new Error('files wait for a virus scanner, and CLAMD_URL is not set')
  const found = await scanner(await openFile(file))
  await perform(asking(systemActor('files'), at), async (act) => {
    if (!(await updateScan(act.tx, file, found)) || found === 'clean') return
    act.note({ verb: 'files.infected', subjectKind: 'file', subjectId: file })
    await emit(act, 'file.infected', file, { file, owner: row.ownerId })
  })
}
