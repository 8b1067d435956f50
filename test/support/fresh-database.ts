import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { cloneTemplate } from './postgres.ts'
import { copyTemplate } from './sqlite.ts'

/* Before each file of server tests: a fresh, migrated database, named where the product looks for it. */

const databases = inject('databases')
const name = `test_${randomUUID()}`

process.env.DATABASE_URL =
  databases.engine === 'postgres'
    ? await cloneTemplate(databases.url, databases.template, name)
    : copyTemplate(databases.template, databases.folder, name)
process.env.DATABASE_POOL = '4'
process.env.DATA_DIR = mkdtempSync(join(databases.engine === 'sqlite' ? databases.folder : tmpdir(), 'data-'))
process.env.YIZHAN_MODE = 'demo'
