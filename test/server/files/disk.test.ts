import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDurably } from '#domain/files/disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhan-disk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file on disk', () => {
  it('is one of those written at once, whole, and leaves nothing beside it', async () => {
    const path = join(folder, 'new', 'piece')
    const writers = Array.from({ length: 12 }, (_, i) => Buffer.alloc(700_000 - i, i))
    await Promise.all(writers.map((bytes) => writeDurably(path, bytes)))
    const stands = readFileSync(path)
    expect(writers.some((bytes) => bytes.equals(stands))).toBe(true)
    expect(readdirSync(join(folder, 'new'))).toEqual(['piece'])
  })

  it('stays as it was when it can’t be written anew', async () => {
    const path = join(folder, 'kept')
    await writeDurably(path, Buffer.from('first'))
    const broken = new Proxy(new Uint8Array(1), {
      get() {
        throw new Error('no bytes')
      },
    })
    await expect(writeDurably(path, broken)).rejects.toThrow('no bytes')
    expect(readFileSync(path, 'utf8')).toBe('first')
    expect(readdirSync(folder).filter((name) => name.startsWith('kept'))).toEqual(['kept'])
  })
})
