import { execFileSync } from 'node:child_process'

/** Brings an empty database up to date, in a process of its own: the engine is chosen once per process. */
export function migrateTemplate(url: string): void {
  execFileSync(process.execPath, ['scripts/db-migrate.ts'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
