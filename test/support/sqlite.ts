import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateTemplate } from './migrate-template.ts'

/** Makes a migrated SQLite file once per run; every test file begins with a copy of it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-test-'))
  const template = join(folder, 'template.sqlite')
  migrateTemplate(template)
  project.provide('databases', { engine: 'sqlite', template, folder })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A fresh database of its own; answers what DATABASE_URL must be. */
export function copyTemplate(template: string, folder: string, name: string): string {
  const file = join(folder, `${name}.sqlite`)
  copyFileSync(template, file)
  return file
}
