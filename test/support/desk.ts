import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { cases } from '#db/schema/cases.ts'
import { acceptCase, decideItem, handleTick, presentItem } from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import { workOfParent, type WorkRow } from '#domain/work/index.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import { eq } from 'drizzle-orm'
import type { World } from './world.ts'

const staff = readCity('db/city').staff

/** Every point of review of any item, ticked. */
export const ALL_CHECKED = Array.from({ length: 12 }, (_, i) => String(i))

/** The items of a case by the code of their service item. */
export async function itemsOf(no: string): Promise<Record<string, WorkRow>> {
  const [row] = await read().select().from(cases).where(eq(cases.no, no))
  const items = await workOfParent(read(), row?.id ?? '')
  return Object.fromEntries(items.map((item) => [item.topic, item]))
}

/** The state of each item of a case. */
export async function statesOf(no: string): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await itemsOf(no)).map(([code, { state }]) => [code, state]))
}

/** Whoever reviews at a department. */
export function reviewerOf(unit: string): string {
  const found = staff.find((each) => each.unit === unit && each.roles.includes('reviewer'))
  if (!found) throw new Error(`nobody reviews at ${unit}`)
  return found.login
}

/** A reviewer decides on an item, with every point of review ticked; then what follows is done. */
export async function decideAs(
  world: World,
  login: string,
  item: string,
  decision: 'grant' | 'publicise',
): Promise<void> {
  await perform(await world.as(login), (act) =>
    decideItem(act, { item, decision, note: '', checked: ALL_CHECKED }),
  )
  await world.runJobs()
}

/** The counter accepts what a rule has not granted already; then what follows is done. */
export async function accept(world: World, no: string): Promise<void> {
  const items = Object.values(await itemsOf(no))
  if (items.some(({ state }) => state === 'received'))
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
}

/** Another morning, with what the passing of days brings about. */
export async function laterOn(world: World, day: string): Promise<void> {
  world.at(`${day}T10:00:00+08:00`)
  await handleTick({}, world.now())
  await world.runJobs()
}

/** Longer than any case lasts, in rounds of a week. */
const MOST_ROUNDS = 40

/**
 * Lets every department decide until nothing is left to decide: what must be shown to the public is, and days pass
 * where something waits for them.
 * @returns how each item ended
 */
export async function decideEverything(world: World, no: string): Promise<Record<string, string>> {
  for (let i = 0; i < MOST_ROUNDS; i += 1) {
    const items = Object.values(await itemsOf(no))
    const ready = items.filter(({ state }) => state === 'reviewing')
    if (ready.length === 0 && !items.some(({ state }) => state === 'waiting' || state === 'publicising'))
      return statesOf(no)
    for (const item of ready) await review(world, item)
    if (ready.length === 0) await laterOn(world, addDays(dayOf(world.now()), 7))
  }
  throw new Error(`not decided: ${JSON.stringify(await statesOf(no))}`)
}

async function review(world: World, item: WorkRow): Promise<void> {
  const login = reviewerOf(item.unit)
  const who = await world.as(login)
  const { publicity } = await look(who, (reading) => presentItem(reading, { item: item.id }))
  await decideAs(world, login, item.id, publicity ? 'publicise' : 'grant')
}
