import { count } from 'drizzle-orm'
import { read } from '#db'
import { cases } from '#db/schema/cases.ts'
import { people as peopleTable } from '#db/schema/identity.ts'
import { workCounts, workEvents, workItems, workTallies } from '#db/schema/work.ts'
import { databaseUrl } from '#db/url.ts'
import { now } from '#domain/clock.ts'
import { caseMaker } from './case.ts'
import { openBulk } from './bulk.ts'
import { layGround } from './city.ts'
import { peopleOf } from './people.ts'

/** So many cases has each resident who has any. */
const CASES_EACH = 4

/** Of ten cases nine have ended. */
const ENDED_SHARE = 0.9

const TELL_EVERY = 500_000

export interface Made {
  cases: number
  items: number
  open: number
}

/**
 * Makes a city of so many cases, in an empty database of either engine: of ten, nine have ended over three years, the
 * others stand in every state, with every due day, at every department. The same number makes the same city.
 */
export async function makeCases(wanted: number): Promise<Made> {
  const at = now()
  const ground = await layGround(
    wanted,
    async () => ((await read().select({ n: count() }).from(cases))[0]?.n ?? 0) > 0,
  )
  const people = peopleOf(Math.max(1, Math.ceil(wanted / CASES_EACH)))
  const bulk = await openBulk(databaseUrl(), [
    peopleTable,
    cases,
    workItems,
    workEvents,
    workCounts,
    workTallies,
  ])
  const into = {
    people: bulk.into(peopleTable),
    cases: bulk.into(cases),
    items: bulk.into(workItems),
    events: bulk.into(workEvents),
    counts: bulk.into(workCounts),
    tallies: bulk.into(workTallies),
  }
  for (let place = 0; place < people.count; place += 1) await into.people(people.row(place, at))

  const make = caseMaker(ground, people, at)
  const ended = Math.round(wanted * ENDED_SHARE)
  const made: Made = { cases: wanted, items: 0, open: 0 }
  for (let i = 0; i < wanted; i += 1) {
    const { row, items, events } = i < ended ? make.ended(i / ended) : make.underWay()
    // A promise costs more than a row: few of them wait.
    let waits = into.cases(row)
    if (waits) await waits
    for (const item of items) {
      made.items += 1
      if (item.closedAt === 0) made.open += 1
      waits = into.items(item)
      if (waits) await waits
    }
    for (const event of events) {
      waits = into.events(event)
      if (waits) await waits
    }
    if ((i + 1) % TELL_EVERY === 0) console.log(`  ${(i + 1).toLocaleString('en')} cases`)
  }
  for (const counted of make.counts()) await into.counts(counted)
  for (const tallied of make.tallies()) await into.tallies(tallied)
  await bulk.finish()
  return made
}
