import {
  changesToFiles,
  cityCatalog,
  FROM_FILES,
  publishChanges,
  refreshCatalog,
} from '#domain/catalog/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { indexChanges } from '#domain/search/index.ts'
import { systemActor } from '#shared/access/actor.ts'
import { check } from './check.ts'
import { withDatabase } from './database.ts'

/** Publishes what changed in a folder; false when the folder is not in order. */
export async function publish(folder: string): Promise<boolean> {
  const city = check(folder)
  if (!city) return false
  const changed = await withDatabase(async () => {
    const count = await perform(asking(systemActor('catalog')), async (act) =>
      publishChanges(act, await changesToFiles(act.tx, cityCatalog(city)), FROM_FILES),
    )
    await refreshCatalog()
    await indexChanges()
    return count
  })
  console.log(`${changed} documents published.`)
  return true
}
