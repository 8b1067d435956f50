import { spawn } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { signIn } from './lib/client.ts'
import { alternate, median, REPEATS, result, shares, show, showMachine } from './lib/frame.ts'
import { copyDraft, freshCity, LOGIN, prepareDraft } from './lib/prepared.ts'
import { serveOn } from './lib/servers.ts'

/*
 * How many form pages are saved and applications sent per second, 16 at a time, none answered before its commit, as
 * shares of bare single-row durable inserts of better-sqlite3 on the same disk in the same run.
 */

const AT_ONCE = 16
const SECONDS = 2
const SENT_PER_RUN = AT_ONCE * 25

const { file, folder } = freshCity('submit')
const prepared = await prepareDraft()
const acting = await actingOn(await copyDraft(file, prepared.draft, AT_ONCE))
const posting = await copyDraft(file, prepared.draft, AT_ONCE)
const sending = await copyDraft(file, prepared.draft, SENT_PER_RUN * REPEATS)

// The server writes to a file of its own, so that it and the acts in this process do not wait for each other.
const served = join(folder, 'served.sqlite')
copyDatabase()
const server = await serveOn(served, folder, { JOBS: 'off' })
const { cookie } = await signIn(server.url, LOGIN)

showMachine()
// Once without counting, so that the compiler is warm for all alike.
await acting()
await post()
const runs = await alternate({ insert: baseline, act: acting, post, send })
await server.stop()

show('bare durable insert, one row', runs.insert, '/s')
show('form page saved, in process', runs.act, '/s')
show('form page saved, over HTTP', runs.post, '/s')
show('newborn application sent, HTTP', runs.send, '/s')
const [act, posted, sent] = [runs.act, runs.post, runs.send].map((values) => shares(values, runs.insert))
show('saved in process, share', act ?? [], '', 3)
show('saved over HTTP, share', posted ?? [], '', 3)
show('sent over HTTP, share', sent ?? [], '', 3)
result('submit', { act: median(act ?? []), post: median(posted ?? []), send: median(sent ?? []) })

/** better-sqlite3 alone: one row per transaction, WAL, synchronous=FULL. */
async function baseline(): Promise<number> {
  const database = new Database(join(folder, 'baseline.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists rows (id integer primary key, body text not null)')
  const insert = database.prepare('insert into rows (body) values (?)')
  const body = 'x'.repeat(200)
  let rows = 0
  const from = performance.now()
  while (performance.now() - from < SECONDS * 1000) {
    insert.run(body)
    rows += 1
  }
  const perSecond = rows / ((performance.now() - from) / 1000)
  database.close()
  return perSecond
}

/** The act of saving a page, through the domain, so many at a time. */
async function actingOn(drafts: string[]): Promise<() => Promise<number>> {
  const { openWorld } = await import('../support/world.ts')
  const { perform } = await import('#domain/perform.ts')
  const { saveStep } = await import('#domain/forms/index.ts')
  const world = await openWorld()
  world.at(new Date().toISOString())
  const who = await world.as(LOGIN)
  return async () => {
    let saved = 0
    const from = performance.now()
    const until = from + SECONDS * 1000
    await Promise.all(
      drafts.map(async (draft, i) => {
        while (performance.now() < until) {
          const trace = `${who.trace}${(saved + i) % 8}`
          const done = await perform({ ...who, trace }, (act) =>
            saveStep(act, { draft, step: prepared.step, ...prepared.typed }),
          )
          if (done.problems.length > 0) throw new Error(JSON.stringify(done.problems))
          saved += 1
        }
      }),
    )
    return saved / ((performance.now() - from) / 1000)
  }
}

/** Form posts of one page, each connection on a draft of its own. */
async function post(): Promise<number> {
  const body = encode(prepared.typed)
  const before = count('select sum(version) as n from drafts')
  const { total, seconds } = await postLoad({
    lists: posting.map((draft) => [{ path: `/api/drafts/${draft}/steps/${prepared.step}`, body }]),
    seconds: SECONDS,
  })
  const saved = count('select sum(version) as n from drafts') - before
  // What was under way when the load stopped may be saved without having been counted.
  if (saved < total || saved > total + AT_ONCE) throw new Error(`${total} answers for ${saved} saved pages`)
  return total / seconds
}

/** Whole applications, each draft once. */
async function send(): Promise<number> {
  const drafts = sending.splice(0, SENT_PER_RUN)
  const before = count('select count(*) as n from cases')
  const lists = Array.from({ length: AT_ONCE }, (_, i) =>
    drafts
      .filter((_, j) => j % AT_ONCE === i)
      .map((draft) => ({ path: `/api/drafts/${draft}/submission`, body: 'declared=yes' })),
  )
  const { total, seconds } = await postLoad({ lists, once: true })
  const cases = count('select count(*) as n from cases') - before
  if (cases !== drafts.length || total !== drafts.length)
    throw new Error(`${cases} cases from ${drafts.length} drafts`)
  return total / seconds
}

function count(sql: string): number {
  const database = new Database(served, { readonly: true })
  const row = database.prepare<[], { n: number }>(sql).get()
  database.close()
  return row?.n ?? 0
}

/** Runs test/bench/lib/post-load.ts in another process. */
async function postLoad(order: object): Promise<{ total: number; seconds: number }> {
  const child = spawn(process.execPath, ['test/bench/lib/post-load.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ url: server.url, cookie, ...order }))
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer)
  if (chunks.length === 0) throw new Error('the load failed')
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function encode(typed: Readonly<Record<string, string | string[]>>): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(typed))
    for (const each of [value].flat()) form.append(name, each)
  return form.toString()
}

function copyDatabase(): void {
  const database = new Database(file)
  database.prepare('vacuum into ?').run(served)
  database.close()
}
