import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { alternate, median, result, shares, show, showMachine } from './lib/frame.ts'
import { load } from './lib/load.ts'
import { serveOn } from './lib/servers.ts'

/*
 * Guide pages out of 160,000 items as multiples of the same pages out of 100, drawn anew at each request; how long
 * publishing 160,000 items over four levels of divisions takes, with checks and the index of the search.
 */

const MANY = Number(process.env.BENCH_ITEMS ?? 160_000)
const FEW = 100
const SECONDS = 2

const few = prepared('catalog-few', FEW)
const many = prepared('catalog-many', MANY)
const [small, large] = await Promise.all(
  [few, many].map(({ file, folder }) => serveOn(file, folder, { JOBS: 'off' })),
)
if (!small || !large) throw new Error('the servers did not start')

// With a query a page is not taken from memory.
const item = `/items/${itemIn(few.file)}?drawn=anew`
const event = '/events/newborn?drawn=anew'
const page = (url: string) => async () => 1000 / (await load(url, { connections: 1, seconds: SECONDS }))

showMachine()
for (const { url } of [small, large]) for (const path of [item, event]) await page(url + path)()
const runs = await alternate({
  itemFew: page(small.url + item),
  itemMany: page(large.url + item),
  eventFew: page(small.url + event),
  eventMany: page(large.url + event),
})
await Promise.all([small.stop(), large.stop()])
// Together more than a gigabyte.
for (const { folder } of [few, many]) rmSync(folder, { recursive: true })

show(`guide of an item, of ${FEW}`, runs.itemFew, 'ms', 2)
show(`guide of an item, of ${MANY}`, runs.itemMany, 'ms', 2)
show(`guide of a life event, of ${FEW}`, runs.eventFew, 'ms', 2)
show(`guide of a life event, of ${MANY}`, runs.eventMany, 'ms', 2)
const ratios = [shares(runs.itemMany, runs.itemFew), shares(runs.eventMany, runs.eventFew)].map(median)
show(`publishing ${MANY} items`, [many.seconds], 's', 1)
result('catalog', { guide_ratio: Math.max(...ratios), publish_s: many.seconds })

/** A fresh database with so many items of divisions beside the city's own. */
function prepared(name: string, items: number): { file: string; folder: string; seconds: number } {
  const folder = join('.data/bench', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'yizhan.sqlite')
  const from = performance.now()
  const { status } = spawnSync(process.execPath, ['scripts/city.ts', '--items', String(items)], {
    env: { ...process.env, DATABASE_URL: file, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${items} items could not be published`)
  return { file, folder, seconds: (performance.now() - from) / 1000 }
}

/** An item of a division that is there in both. */
function itemIn(file: string): string {
  const database = new Database(file, { readonly: true })
  const row = database
    .prepare<[], { code: string }>(
      "select code from catalog_current where kind = 'item' and resident = 0 limit 1",
    )
    .get()
  database.close()
  if (!row) throw new Error('there is no item of a division')
  return row.code
}
