import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { MOST_HOT } from '#domain/exchange/archive.ts'
import { city } from '../../../e2e/support/city.ts'
import { startWorker } from './worker-process.ts'

/*
 * A city whose log of look-ups is full: as many kept rows as its years brought, and the hot log at its largest. Made in
 * chunks by SQL and kept between runs, since it takes minutes.
 */

/** Kept rows. */
export const ROWS = Number(process.env.BENCH_ROWS ?? 50_000_000)

/** Rows of the hot log: at its largest, and some that are still to be moved to the kept one. */
export const HOT_ROWS = Math.min(MOST_HOT + 10_000, ROWS)

/** Look-ups about the person whose own page is timed. */
export const OWN_ROWS = 10_000

/** So many of them in the last days. */
const OWN_HOT_ROWS = 500

/** People whom the rows are about: each has been looked up some twenty times. */
const PEOPLE = Math.max(1, Math.floor(ROWS / 20))

const CHUNK = 1_000_000
const FOLDER = '.data/bench/exchange-full'
const FILE = join(FOLDER, 'yizhan.sqlite')
const STAMP = join(FOLDER, 'made.json')

/** A row takes so many bytes with its part of the indexes; as much again is needed while an index is sorted. */
const BYTES_PER_ROW = 620

/** The hot log begins a week before the demo's now; the kept rows spread over the three years before that. */
const END = Date.parse(city.demoNow) - 7 * 86_400_000
const SPAN_MS = 3 * 365 * 86_400_000
const HOT_SPAN_MS = 7 * 86_400_000

/** The folder of the full city: made now, or kept from an earlier run of the same size and schema. */
export async function fullLog(): Promise<string> {
  const wanted = JSON.stringify({ rows: ROWS, hot: HOT_ROWS, schema: await schemaNow() })
  if (existsSync(STAMP) && existsSync(FILE) && readFileSync(STAMP, 'utf8') === wanted) {
    say('kept from an earlier run')
    return FOLDER
  }
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const { bavail, bsize } = statfsSync(FOLDER)
  if (bavail * bsize < ROWS * BYTES_PER_ROW * 1.5)
    throw new Error(`${ROWS} rows need more room than there is; set BENCH_ROWS to fewer`)
  const subject = await freshCityIn(FOLDER)
  const from = performance.now()
  fill(subject)
  writeFileSync(STAMP, wanted)
  say(`made in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return FOLDER
}

function say(how: string): void {
  const size = (statSync(FILE).size / 2 ** 30).toFixed(1)
  const [kept, hot] = [ROWS, HOT_ROWS].map((count) => count.toLocaleString('en'))
  console.log(`full log: ${kept} kept rows and ${hot} of the last days, ${size} GiB, ${how}`)
}

/** A started city without look-ups; answers under what key the person of the timed page stands in the log. */
async function freshCityIn(folder: string): Promise<string> {
  const worker = await startWorker({ DATABASE_URL: join(folder, 'yizhan.sqlite'), DATA_DIR: folder })
  const subject = String(await worker.ask({ do: 'subject' }))
  await worker.stop()
  return subject
}

/** What the file depends on: the migrations. */
async function schemaNow(): Promise<string> {
  const journal = readFileSync('db/migrations/sqlite/meta/_journal.json')
  return createHash('sha256').update(journal).digest('hex').slice(0, 12)
}

function fill(subject: string): void {
  // Where gigabytes are sorted for an index.
  process.env.SQLITE_TMPDIR = FOLDER
  const database = new Database(FILE)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -262144')
  const indexes = database
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('lookup_archive', 'lookup_log')",
    )
    .all()
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  insert(database, 'lookup_archive', { rows: ROWS, begins: END - SPAN_MS, step: SPAN_MS / ROWS })
  insert(database, 'lookup_log', { rows: HOT_ROWS, begins: END, step: HOT_SPAN_MS / HOT_ROWS })
  giveOwn(database, 'lookup_archive', subject, Math.min(ROWS, OWN_ROWS - OWN_HOT_ROWS), ROWS)
  giveOwn(database, 'lookup_log', subject, Math.min(HOT_ROWS, OWN_HOT_ROWS), HOT_ROWS)
  for (const { sql } of indexes) database.exec(sql)
  database.pragma('journal_mode = WAL')
  database.close()
}

interface Span {
  rows: number
  /** Epoch milliseconds of the first row, and milliseconds from one row to the next. */
  begins: number
  step: number
}

function insert(database: Database.Database, table: string, { rows, begins, step }: Span): void {
  const statement = database.prepare(rowsInto(table))
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows)
    statement.run({ from, to, begins, step })
    if (to % (10 * CHUNK) === 0) console.log(`  ${to.toLocaleString('en')} rows`)
  }
}

/** So many of a table's rows, evenly spread, become look-ups about one person. */
function giveOwn(
  database: Database.Database,
  table: string,
  subject: string,
  count: number,
  rows: number,
): void {
  const every = Math.max(1, Math.floor(rows / count))
  const give = database.prepare(`update ${table} set subject = ? where rowid = ?`)
  for (let i = 1; i <= count; i += 1) give.run(subject, i * every)
}

/** Ids are UUIDv7, subjects look like keyed hashes, what comes of it has the size of a newborn's look-ups. */
function rowsInto(table: string): string {
  return `
    insert into ${table}
    with recursive numbers(i) as (select :from union all select i + 1 from numbers where i + 1 < :to),
    drawn as materialized (
      select i, cast(:begins + i * :step as integer) as ms, abs(random()) % ${PEOPLE} as person, abs(random()) as r
      from numbers)
    select
      printf('%08x-%04x-7%03x-%04x-%012x', ms >> 16, ms & 65535, i & 4095, 32768 + (r & 16383), r & 281474976710655),
      printf('%08x%08x%08x%019d', (person * 2654435761) & 4294967295, (person * 40503 + 17) & 4294967295,
        (person * 2246822519) & 4294967295, person),
      'person',
      case r % 5 when 0 then 'population' when 1 then 'marriage' when 2 then 'birth' when 3 then 'household'
        else 'medical-insurance' end,
      case r % 5 when 1 then 'civil-affairs' when 2 then 'health-commission' when 4 then 'medical-insurance'
        else 'public-security' end,
      'case',
      printf('%08x-%04x-7abc-8def-%012x', ms >> 16, ms & 65535, r & 281474976710655),
      printf('T20261116%07d', r % 10000000),
      'household-registration', 'person',
      printf('%08x-%04x-7abc-9def-%012x', ms >> 16, ms & 65535, r & 281474976710655),
      'public-security', 'consent',
      printf('%08x-%04x-7abc-adef-%012x', ms >> 16, ms & 65535, r & 281474976710655),
      '["residentId","name","ethnicity","address"]', '["residentId","name","ethnicity","address"]',
      'found', '', 0, r % 90, ms, ms + r % 90
    from drawn`
}
