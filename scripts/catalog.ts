import { parseArgs } from 'node:util'
import { check } from './catalog/check.ts'
import { diff } from './catalog/diff.ts'
import { exportTo } from './catalog/export.ts'
import { publish } from './catalog/publish.ts'

/*
 * npm run catalog -- check [folder]    everything that is wrong in a city's files, line by line
 *                    diff [folder]     what publishing them would change
 *                    publish [folder]  publishes what changed in them
 *                    export <folder>   writes what is published as files that load again identically
 * The folder is db/city by default, the database the one that DATABASE_URL names.
 */

const { positionals } = parseArgs({ allowPositionals: true })
const [command = '', folder = 'db/city'] = positionals
const COMMANDS: Record<string, (folder: string) => Promise<boolean>> = {
  check: async (from) => check(from) !== undefined,
  diff,
  publish,
  export: exportTo,
}

const run = COMMANDS[command]
if (!run || (command === 'export' && positionals.length < 2)) {
  console.error('Say what to do: check [folder], diff [folder], publish [folder] or export <folder>.')
  process.exit(2)
}
process.exit((await run(folder)) ? 0 : 1)
