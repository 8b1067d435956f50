import { readCity } from '#db/city/load.ts'
import { read } from '#db'
import { workEvents } from '#db/schema/work.ts'
import { actorOfToken, signIn } from '#domain/identity/index.ts'
import { asking, perform, type Asking } from '#domain/perform.ts'
import { openWork, workOf, type NewWork, type WorkRow } from '#domain/work/index.ts'
import { STRANGER } from '#shared/access/actor.ts'
import { newId } from '#shared/id.ts'
import { asc, eq } from 'drizzle-orm'
import type { World } from './world.ts'

const { demoPassword } = readCity('db/city').accounts

/** A member of staff with the rights they have now: who stands in for whom changes by the day. */
export async function atDesk(world: World, login: string): Promise<Asking> {
  const asked = asking(STRANGER, world.now())
  const { token } = await signIn(asked, { login, password: demoPassword, address: '127.0.0.1' })
  return asking(await actorOfToken(read(), token, world.now()), world.now())
}

/** The id of a member of staff. */
export async function staffId(world: World, login: string): Promise<string> {
  const { actor } = await world.as(login)
  if (actor.kind !== 'staff') throw new Error(`${login} is no member of staff`)
  return actor.id
}

let opened = 0

/** A case item of the police that is under review, unless something else is said. */
export async function opensItem(world: World, given: Partial<NewWork> = {}): Promise<string> {
  opened += 1
  const work: NewWork = {
    kind: 'caseItem',
    state: 'reviewing',
    unit: 'public-security',
    parentId: newId(world.now()),
    no: `T-office-${opened}`,
    topic: 'household-registration',
    label: '林知夏',
    ownerId: 'nobody',
    clock: { name: 'promised', days: 5 },
    ...given,
  }
  const [row] = await perform(await world.as('system'), (act) => openWork(act, [work]))
  if (!row) throw new Error('no item was opened')
  return row.id
}

export async function itemNow(id: string): Promise<WorkRow> {
  const row = await workOf(read(), id)
  if (!row) throw new Error(`there is no item ${id}`)
  return row
}

/** What happened to an item: the names of moves and acts, and what is kept with each. */
export async function eventsOfItem(id: string): Promise<{ move: string; data: Record<string, unknown> }[]> {
  return read()
    .select({ move: workEvents.move, data: workEvents.data })
    .from(workEvents)
    .where(eq(workEvents.workId, id))
    .orderBy(asc(workEvents.seq))
}
