import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the audit of a database that is not there says so, and makes none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  const file = join(folder, 'yizhan.sqlite')
  const { DATABASE_URL: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/db-audit.ts'], {
    env: { ...env, DATA_DIR: folder },
    encoding: 'utf8',
  })
  expect({ status, stdout, made: existsSync(file) }).toEqual({ status: 2, stdout: '', made: false })
  expect(stderr).toBe(
    `There is no database at ${file}: name it with DATABASE_URL, or its folder with DATA_DIR.\n`,
  )
})
