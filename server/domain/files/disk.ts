import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file that is still there after the power fails; only we may read it. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
