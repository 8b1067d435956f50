import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** The engine the server tests run on: `YIZHAN_TEST_ENGINE=postgres` starts a real PostgreSQL. */
const engine = process.env.YIZHAN_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

const demo: { now: string } = JSON.parse(readFileSync('db/city/demo.json', 'utf8'))

/** Types are taken off file by file; nothing of a tsconfig matters for that, and .nuxt's may not be there yet. */
const oxc = { target: 'es2024', tsconfig: false }

export default defineConfig({
  oxc,
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A busy machine is no failure.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'guard', include: ['test/guard/**/*.test.ts'] } },
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          // Time begins where the demo city's people stand, whatever the day of the test.
          env: { YIZHAN_NOW: demo.now },
          globalSetup: [`test/support/${engine}.ts`],
          setupFiles: ['test/support/fresh-database.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
