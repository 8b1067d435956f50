import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fieldOf } from '../../server/domain/forms/fields.ts'
import type { Bundle } from '../../shared/catalog/bundle.ts'
import { emptyDraft, type DraftContent } from '../../shared/forms/draft.ts'
import { journeyOf } from '../../shared/forms/journey.ts'
import { savingsOf, type Saving } from '../../shared/forms/savings.ts'
import { sampleAnswer } from '../support/samples.ts'
import { fullestAnswers } from '../support/walks.ts'
import { signIn, type Client } from './lib/client.ts'
import { factsMerged, materialsMerged } from './lib/merged.ts'
import { alternate, median, result, show, showMachine } from './lib/frame.ts'
import { copyDraft, freshCity, LOGIN, prepareDraft } from './lib/prepared.ts'
import { serveOn } from './lib/servers.ts'

/*
 * What every life event asks: over separate items, merged, and with what is known filled in; how long it takes to judge
 * the situations of the largest, merge its items and build its journey; and how long a server has with the post of a
 * page, besides the commit that a bare row on the same disk takes as well.
 */

const { file, folder } = freshCity('forms')
const prepared = await prepareDraft()
const drafts = await copyDraft(file, prepared.draft, 16)
const { bundles } = await import('../support/published.ts')
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

showMachine()
const asked = bundles().map(showEvent)
const sum = (of: (saving: Saving) => number) => asked.reduce((total, each) => total + of(each), 0)
console.log(`  ${'all'.padEnd(22)} ${sum(({ before }) => before)} → ${sum(({ after }) => after)} facts\n`)

const largest = bundles().toSorted((a, b) => factsMerged(b) - factsMerged(a))[0]
if (!largest) throw new Error('there is no life event')
const content = filledIn(largest)
const server = await serveOn(file, folder, { JOBS: 'off' })
const client = await signIn(server.url, LOGIN)
const baseline = openBaseline()

await post(client)
await journey()
const runs = await alternate({ journey, post: () => post(client), commit })
await server.stop()
show(`journey of ${largest.lifeEvent.code}`, runs.journey, 'ms', 3)
show('post of a page', runs.post, 'ms', 2)
show('a bare durable row', runs.commit, 'ms', 2)
const newborn = asked.find(({ event }) => event === 'newborn')
result('forms', {
  newborn_asked: newborn?.after ?? Number.NaN,
  newborn_separate: newborn?.before ?? Number.NaN,
  share_asked: sum(({ after }) => after) / sum(({ before }) => before),
  journey_ms: median(runs.journey),
  post_ms: median(runs.post.map((ms, i) => ms - (runs.commit[i] ?? Number.NaN))),
})

/** A line of the table: facts and materials over separate items, after merging, after what is known. */
function showEvent(bundle: Bundle): Saving & { event: string } {
  const { facts, materials, items } = savingsOf(bundle)
  const event = bundle.lifeEvent.code
  const line = ({ before, after }: Saving, merged: number) =>
    [before, merged, after].map((each) => String(each).padStart(3)).join(' → ')
  console.log(
    `  ${event.padEnd(22)} ${String(items).padStart(2)} items   facts ${line(facts, factsMerged(bundle))}` +
      `   materials ${line(materials, materialsMerged(bundle))}`,
  )
  return { ...facts, event }
}

/** Every question answered and everything typed, nothing known: the most there is to judge. */
function filledIn(bundle: Bundle): DraftContent {
  const typed = bundle.lifeEvent.pages.flatMap(({ elements }) =>
    elements.flatMap((code) => {
      const element = bundle.elements[code]
      if (!element || element.derive) return []
      const field = fieldOf(element, 'zh', { value: '', required: true, problem: null })
      return [[code, sampleAnswer(field, TODAY)] as const]
    }),
  )
  return { ...emptyDraft(), answers: { ...Object.fromEntries(typed), ...fullestAnswers(bundle) } }
}

/** Milliseconds of one journey, nothing of it worked out before. */
async function journey(): Promise<number> {
  if (!largest) throw new Error('there is no life event')
  const times = 200
  const from = performance.now()
  for (let i = 0; i < times; i += 1) journeyOf(largest, content, TODAY)
  return (performance.now() - from) / times
}

/** Milliseconds of the median post, one at a time. */
async function post({ post }: Client): Promise<number> {
  return medianOf(async (i) => {
    const draft = drafts[i % drafts.length]
    await post(`/api/drafts/${draft}/steps/${prepared.step}`, prepared.typed)
  })
}

function openBaseline(): Database.Database {
  const database = new Database(join(folder, 'baseline.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table rows (id integer primary key, body text not null)')
  return database
}

async function commit(): Promise<number> {
  const insert = baseline.prepare('insert into rows (body) values (?)')
  return medianOf(() => insert.run('x'.repeat(200)))
}

async function medianOf(work: (i: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 150; i += 1) {
    const from = performance.now()
    await work(i)
    times.push(performance.now() - from)
  }
  return median(times)
}
