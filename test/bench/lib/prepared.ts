import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DraftContent } from '#shared/forms/draft.ts'
import { fillNewborn, type Filled } from './newborn.ts'

/** The person of the demo city who fills in and sends. */
export const LOGIN = 'mother01'

/** A fresh demo city in the folder of a bench; must be called before anything of the product is imported. */
export function freshCity(name: string): { file: string; folder: string } {
  const folder = join('.data/bench', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'yizhan.sqlite')
  Object.assign(process.env, { DATABASE_URL: file, DATA_DIR: folder, YIZHAN_MODE: 'demo', JOBS: 'off' })
  return { file, folder }
}

/** One newborn application, filled in through the domain and ready to be sent. */
export async function prepareDraft(): Promise<Filled> {
  const { openWorld } = await import('../../support/world.ts')
  const world = await openWorld()
  world.at(new Date().toISOString())
  return fillNewborn(await world.as(LOGIN))
}

/** So many copies of a draft, each a draft of its own, its facts marked as its own. */
export async function copyDraft(file: string, draft: string, count: number): Promise<string[]> {
  const { draftKnowns } = await import('#db/schema/forms.ts')
  const { markKnowns } = await import('#domain/forms/mark-known.ts')
  const database = new Database(file)
  const columns = database
    .prepare<[], { name: string }>("select name from pragma_table_info('drafts') where name <> 'id'")
    .all()
    .map(({ name }) => name)
    .join(', ')
  const copy = database.prepare(
    `insert into drafts (id, ${columns}) select ?, ${columns} from drafts where id = ?`,
  )
  const stored = database
    .prepare<[string], { knowns: Buffer }>('select knowns from draft_knowns where draft = ?')
    .get(draft)
  const keep = database.prepare('insert into draft_knowns (draft, knowns) values (?, ?)')
  const ids = Array.from({ length: count }, () => randomUUID())
  database.transaction(() =>
    ids.forEach((id) => {
      copy.run(id, draft)
      if (stored) keep.run(id, markedFor(id, stored.knowns))
    }),
  )()
  database.close()
  return ids

  /** A draft's marks hold for it alone. */
  function markedFor(id: string, sealed: Buffer): unknown {
    const content = { knowns: draftKnowns.knowns.mapFromDriverValue(sealed) as DraftContent['knowns'] }
    for (const known of Object.values(content.knowns)) delete known.mark
    markKnowns(id, content)
    return draftKnowns.knowns.mapToDriverValue(content.knowns)
  }
}
