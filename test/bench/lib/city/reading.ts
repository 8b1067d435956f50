import { randomUUID } from 'node:crypto'
import { raw } from '#db'
import { presentDeskCase, presentItem } from '#domain/cases/index.ts'
import { now } from '#domain/clock.ts'
import { deskInbox, deskPlaces } from '#domain/insight/index.ts'
import { look, type Asking } from '#domain/perform.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import type { deskCases } from '#shared/contract/cases.ts'
import type { World } from '../../../support/world.ts'

type Asked = InputOf<typeof deskCases.inbox>

/** Milliseconds of single readings, by who read. */
export type ByActor = Record<string, number[]>

/** Whoever sees one kind of state everywhere, one department's work, its head's, and all there is. */
const READERS = ['counter', 'social', 'social-head', 'supervisor']

/** A request of its own: moment and trace. */
function again(who: Asking): Asking {
  return { ...who, at: now(), trace: randomUUID() }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const offered = new Map<string, Asked[]>()

/** Every filter that the page offers somebody, alone and two at a time. */
async function filtersFor(login: string, who: Asking): Promise<Asked[]> {
  const known = offered.get(login)
  if (known) return known
  const { counts, offices } = await look(again(who), deskPlaces)
  const states: Asked[] = counts.map(({ kind, state }) => ({ kind, state }))
  const dues: Asked[] = [{ due: 'today' }, { due: 'overdue' }]
  const whose: Asked[] = [{ whose: 'mine' }, { whose: 'nobody' }]
  const units: Asked[] = offices.map(({ value }) => ({ unit: value }))
  const both = (some: Asked[], others: Asked[]) =>
    some.flatMap((one) => others.map((other) => ({ ...one, ...other })))
  const all = [
    {},
    ...states,
    ...dues,
    ...whose,
    ...units,
    ...both(states, [...dues, ...whose]),
    ...both(units, [...dues, ...whose]),
    ...both(dues, whose),
  ]
  offered.set(login, all)
  return all
}

/** The first page with its counts, with every filter offered: all that the server does, with the line in the trail. */
export async function inboxTimes(world: World, passes: number): Promise<ByActor> {
  const times: ByActor = {}
  for (let pass = 0; pass < passes; pass += 1) {
    for (const login of READERS) {
      const who = await world.as(login)
      for (const asked of await filtersFor(login, who))
        (times[login] ??= []).push(
          await timed(async () => {
            await look(again(who), (reading) => deskInbox(reading, asked))
            await look(again(who), deskPlaces)
          }),
        )
    }
  }
  return times
}

/** So many pages one after the other. */
const PAGES = 40

/** The pages after the first, each from where the one before ended. */
export async function nextPageTimes(world: World): Promise<number[]> {
  const who = await world.as('supervisor')
  let { next } = await look(again(who), (reading) => deskInbox(reading, {}))
  const times: number[] = []
  for (let page = 0; page < PAGES && next; page += 1) {
    const after = next
    times.push(
      await timed(async () => {
        ;({ next } = await look(again(who), (reading) => deskInbox(reading, { after })))
      }),
    )
  }
  return times
}

/** A reviewer opens items, a clerk of the counter whole cases, in turn. */
export async function openTimes(world: World, count: number): Promise<number[]> {
  const [reviewer, clerk] = [await world.as('social'), await world.as('counter')]
  const { lines: items } = await look(again(reviewer), (reading) => deskInbox(reading, { kind: 'caseItem' }))
  const { lines: received } = await look(again(clerk), (reading) => deskInbox(reading, { state: 'received' }))
  const times: number[] = []
  for (let i = 0; i < count; i += 1) {
    const item = items[i % items.length]
    const found = received[i % received.length]
    if (!item || !found) throw new Error('nothing waits: the city is too small')
    times.push(
      await timed(() => look(again(reviewer), (reading) => presentItem(reading, { item: item.id }))),
      await timed(() => look(again(clerk), (reading) => presentDeskCase(reading, { no: found.no }))),
    )
  }
  return times
}

/** What a page costs at least: one run along the index. */
export async function bareTimes(count: number): Promise<number[]> {
  const page = `select * from work_items where closed_at = 0 and leads and unit = 'human-resources'
    and kind = 'caseItem' and state = 'reviewing' order by due_day, id limit 51`
  const times: number[] = []
  for (let i = 0; i < count; i += 1) times.push(await timed(() => raw(page)))
  return times
}
