import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { cases } from '#db/schema/cases.ts'
import { acceptCase, decideItem, presentItem } from '#domain/cases/index.ts'
import { ownCertificates } from '#domain/certificates/index.ts'
import { look, perform } from '#domain/perform.ts'
import { workOf, workOfParent, type WorkRow } from '#domain/work/index.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import type { Answer } from '#shared/forms/draft.ts'
import { eq } from 'drizzle-orm'
import { sendWalked, walkToCheck } from './walk.ts'
import type { World } from './world.ts'

const staff = readCity('db/city').staff

/** What a function asks for besides the world. */
export type OnWorld<F> = F extends (world: World, ...rest: infer Rest) => unknown ? Rest : never

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

/** The head of a department. */
export function headOf(unit: string): string {
  const found = staff.find((each) => each.unit === unit && each.roles.includes('office-head'))
  if (!found) throw new Error(`nobody heads ${unit}`)
  return found.login
}

type Decided = Omit<Parameters<typeof decideItem>[1], 'item' | 'note' | 'checked'>

/**
 * A reviewer decides on an item, with every point of review ticked, or proposes it to the head of the office where two
 * must see it; then what follows is done.
 */
export async function decideAs(
  world: World,
  login: string,
  item: string,
  decision: 'grant' | 'publicise',
): Promise<void> {
  const decides = async (who: string, decided: Decided) =>
    perform(await world.as(who), (act) =>
      decideItem(act, { item, note: '', checked: ALL_CHECKED, ...decided }),
    )
  const { moves } = await look(await world.as(login), (reading) => presentItem(reading, { item }))
  if (decision === 'grant' && moves.includes('propose')) {
    const { unit = '' } = (await workOf(read(), item)) ?? {}
    await decides(login, { decision: 'propose', proposal: 'grant' })
    await decides(headOf(unit), { decision: 'approveGrant' })
  } else await decides(login, { decision })
  await world.runJobs()
  if (decision === 'grant') await handOver(world, item)
}

/** The counter hands over what exists on paper. */
export async function handOver(world: World, item: string): Promise<void> {
  const row = await workOf(read(), item)
  if (row?.state !== 'issued') return
  await perform(await world.as('counter'), (act) =>
    decideItem(act, { item, decision: 'deliver', signing: 'paper', note: '' }),
  )
  await world.runJobs()
}

/** The counter looks through what is looked through beforehand, and sees the originals. */
async function seeOriginals(world: World, no: string): Promise<void> {
  const submitted = Object.values(await itemsOf(no)).filter(({ state }) => state === 'submitted')
  for (const { id } of submitted)
    for (const decision of ['passPreReview', 'receive'] as const)
      await perform(await world.as('counter'), (act) => decideItem(act, { item: id, decision, note: '' }))
}

/** The counter accepts what a rule has not granted already; then what follows is done. */
export async function accept(world: World, no: string): Promise<void> {
  await seeOriginals(world, no)
  const items = Object.values(await itemsOf(no))
  if (items.some(({ state }) => state === 'received'))
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
}

/** Applies as somebody would, with what others must agree to, and has it accepted at the counter. */
export async function applyAs(
  world: World,
  login: string,
  event: string,
  answers: Record<string, Answer>,
  others: readonly string[] = [],
): Promise<string> {
  const draft = await walkToCheck(await world.as(login), event, answers)
  const agreeing = await Promise.all(others.map((other) => world.as(other)))
  const no = await sendWalked(await world.as(login), draft, agreeing)
  await seeOriginals(world, no)
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
  return no
}

/** A reviewer decides on an item of a case, by the code of its service item. */
export async function decideOn(
  world: World,
  login: string,
  no: string,
  item: string,
  decision: 'grant' | 'publicise' = 'grant',
): Promise<void> {
  await decideAs(world, login, (await itemsOf(no))[item]?.id ?? '', decision)
}

/** What stands on the certificates in somebody's wallet. */
export async function valuesInWallet(world: World, login: string): Promise<string[]> {
  const cards = await look(await world.as(login), (reading) => ownCertificates(reading))
  return cards.flatMap(({ pairs }) => pairs.map(({ value }) => value))
}

/** Another morning, with what the passing of days brings about. */
export async function laterOn(world: World, day: string): Promise<void> {
  world.at(`${day}T10:00:00+08:00`)
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
