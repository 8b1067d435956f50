import { read, transaction } from '#db'
import { now } from '#domain/clock.ts'
import { createAccounts } from '#domain/identity/index.ts'
import { SESSION_MS } from '#domain/identity/actor-of-token.ts'
import { accountByLogin, insertSession } from '#domain/identity/store.ts'
import { newToken, tokenHash } from '#domain/identity/tokens.ts'
import { perform } from '#domain/perform.ts'
import { assignmentMode } from '#domain/work/index.ts'
import { PASSWORD } from '../../../e2e/support/city.ts'
import type { World } from '../../../support/world.ts'
import { copiesOf, waiting } from './deciding.ts'

/** A member of staff at an open desk. */
export interface Seat {
  token: string
  /** The department whose items they decide; empty at the counter. */
  unit: string
}

/** What is to be done at the desk. */
export interface Tasks {
  /** Applications at the counter, each of one item. */
  accept: { no: string; item: string; unit: string }[]
  /** Items under review. */
  deny: { item: string; unit: string }[]
}

/** Of so many members of staff one sits at the counter. */
const COUNTER_SHARE = 5
const COUNTER = 'service-center'

/**
 * One item that waits alone in its case, for each department that has one and where nobody is given work by rule: any
 * colleague decides.
 */
async function templates(world: World): Promise<{ unit: string; item: string }[]> {
  const alone = (await waiting(world)).filter((each) => each.alone && assignmentMode(each.unit) === 'none')
  return [...new Map(alone.map(({ unit, item }) => [unit, { unit, item }])).values()]
}

/** Gives so many people posts and a session each: at the counter, and in the departments that have something to decide. */
export async function seatStaff(world: World, count: number): Promise<Seat[]> {
  const units = (await templates(world)).map(({ unit }) => unit)
  const staff = Array.from({ length: count }, (_, i) => ({
    login: `desk-${i + 1}`,
    name: `工位${i + 1}`,
    unit: i % COUNTER_SHARE === 0 ? '' : (units[i % units.length] ?? ''),
  }))
  const add = await createAccounts({
    password: PASSWORD,
    people: [],
    staff: staff.map(({ login, name, unit }) => ({
      login,
      name,
      posts: [unit ? { unit, role: 'reviewer' } : { unit: COUNTER, role: 'counter-clerk' }],
    })),
  })
  const system = await world.as('system')
  await perform({ ...system, at: now() }, (act) => add(act))
  const at = now()
  const seats: Seat[] = []
  for (const { login, unit } of staff) {
    const account = await accountByLogin(read(), login)
    if (!account) throw new Error(`${login} has no account`)
    const token = newToken()
    const session = { id: tokenHash(token), createdAt: at, seenAt: at, expiresAt: at + SESSION_MS }
    await transaction((tx) => insertSession(tx, { ...session, accountId: account.id }))
    seats.push({ token, unit })
  }
  return seats
}

/** So many applications for the counter, and as many items for reviewers, in turn for each department. */
export async function openTasks(world: World, count: number): Promise<Tasks> {
  const tasks: Tasks = { accept: [], deny: [] }
  const all = await templates(world)
  const each = Math.ceil(count / all.length)
  for (const { unit, item } of all) {
    const received = await copiesOf(world, item, { state: 'received', clock: 'reception' }, each)
    const reviewing = await copiesOf(world, item, { state: 'reviewing', clock: 'promised' }, each)
    tasks.accept.push(...received.map((copy) => ({ ...copy, unit })))
    tasks.deny.push(...reviewing.map((copy) => ({ item: copy.item, unit })))
  }
  return { accept: mixed(tasks.accept, each), deny: mixed(tasks.deny, each) }
}

/** One of each department after the other. */
function mixed<T>(list: readonly T[], each: number): T[] {
  const units = list.length / each
  return Array.from({ length: each }, (_, i) =>
    Array.from({ length: units }, (_, unit) => list[unit * each + i]),
  ).flatMap((some) => some.filter((one) => one !== undefined))
}
