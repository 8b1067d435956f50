import { randomUUID } from 'node:crypto'
import { and, count, eq, inArray } from 'drizzle-orm'
import { read, transaction } from '#db'
import { cases } from '#db/schema/cases.ts'
import { workEvents, workItems } from '#db/schema/work.ts'
import type { AuditNote } from '#domain/act.ts'
import { append } from '#domain/audit/index.ts'
import { decideItem, presentItem } from '#domain/cases/index.ts'
import { insertCase } from '#domain/cases/store.ts'
import { now } from '#domain/clock.ts'
import { deskInbox } from '#domain/insight/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { openWork } from '#domain/work/index.ts'
import { newId } from '#shared/id.ts'
import type { World } from '../../../support/world.ts'

/** Reviewers of departments with much to decide. */
const REVIEWERS = ['social', 'insurance', 'fund', 'tax', 'market', 'education', 'urban', 'police']

/** So many copies are opened in one transaction. */
const TOGETHER = 100

/** So many decisions one clerk has under way. */
const AT_ONCE = 4

function again(who: Asking): Asking {
  return { ...who, at: now(), trace: randomUUID() }
}

/** Says how long a decision took, and undoes it. */
class Undone extends Error {
  readonly ms: number
  constructor(ms: number) {
    super('undone')
    this.ms = ms
  }
}

/** An item that its reviewer may grant now. */
export interface Decidable {
  who: Asking
  item: string
  unit: string
  /** Whether its case has no other item. */
  alone: boolean
  checked: string[]
}

let decidable: Decidable[] | undefined

/** What can be granted at once, on nobody's desk, at several departments. */
export async function waiting(world: World): Promise<Decidable[]> {
  if (decidable) return decidable
  const found: Decidable[] = []
  for (const login of REVIEWERS) {
    const who = await world.as(login)
    const { lines } = await look(again(who), (reading) =>
      deskInbox(reading, { kind: 'caseItem', state: 'reviewing', whose: 'nobody' }),
    )
    for (const { id } of lines) {
      const view = await look(again(who), (reading) => presentItem(reading, { item: id }))
      if (view.moves.includes('grant') && view.publicity === null)
        found.push({
          who,
          item: id,
          unit: view.unit,
          alone: view.siblings.length === 0,
          checked: view.checkpoints.map((_, i) => String(i)),
        })
    }
  }
  if (found.length === 0) throw new Error('nothing can be decided: the city is too small')
  decidable = found
  return found
}

/** Milliseconds of whole decisions but for the commit: what is read, judged and written, and the trail. */
export async function decisionTimes(world: World, wanted: number): Promise<number[]> {
  const all = await waiting(world)
  const times: number[] = []
  for (let i = 0; i < wanted; i += 1) {
    const each = all[i % all.length]
    if (each) times.push(await decideAndUndo(each))
  }
  return times
}

async function decideAndUndo({ who, item, checked }: Decidable): Promise<number> {
  const asked = again(who)
  try {
    await transaction(async (tx) => {
      const notes: AuditNote[] = []
      const from = performance.now()
      const act = { ...asked, tx, note: (line: AuditNote) => void notes.push(line), committed() {} }
      await decideItem(act, { item, decision: 'grant', note: '', checked })
      await append(tx, asked, notes)
      throw new Undone(performance.now() - from)
    })
  } catch (error) {
    if (error instanceof Undone) return error.ms
    throw error
  }
  throw new Error('a decision was not undone')
}

/** Opens copies of one item under review, each in a copy of its case. */
export async function openCopies(world: World, wanted: number): Promise<string[]> {
  const who = await world.as('police')
  const found = (await waiting(world)).find(({ who: { actor } }) => actor === who.actor)
  if (!found) throw new Error('nothing waits at the department of the two clerks')
  const copies = await copiesOf(world, found.item, { state: 'reviewing', clock: 'promised' }, wanted)
  return copies.map(({ item }) => item)
}

/** Copies of an item in another state or the same, each in a copy of its case. */
export async function copiesOf(
  world: World,
  of: string,
  { state, clock }: { state: string; clock: string },
  wanted: number,
): Promise<{ item: string; no: string }[]> {
  const [item] = await read().select().from(workItems).where(eq(workItems.id, of))
  const [row] = await read()
    .select()
    .from(cases)
    .where(eq(cases.id, item?.parentId ?? ''))
  if (!item || !row) throw new Error('the item to be copied is gone')
  const { kind, unit, topic, label, ownerId } = item
  const copies: { item: string; no: string }[] = []
  while (copies.length < wanted) {
    await perform(again(await world.as('system')), async (act) => {
      for (let i = 0; i < TOGETHER && copies.length < wanted; i += 1) {
        const parentId = newId(act.at)
        // Numbers of cases are of one length; these are nobody else's.
        const no = `B${parentId.replaceAll('-', '').slice(-20)}`
        await insertCase(act.tx, { ...row, id: parentId, no })
        const [opened] = await openWork(act, [
          { kind, state, unit, parentId, no, topic, label, ownerId, clock: { name: clock, days: 5 } },
        ])
        if (opened) copies.push({ item: opened.id, no })
      }
    })
  }
  return copies
}

/** Decides items as fast as may be; answers how many of them were this clerk's. */
export async function race(
  world: World,
  { as, decision, items }: { as: string; decision: 'grant' | 'deny'; items: string[] },
): Promise<number> {
  const who = await world.as(as)
  const checked = (await waitingAt(who, items[0] ?? '')).checkpoints.map((_, i) => String(i))
  let won = 0
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) {
        const input = { item, decision, note: decision === 'deny' ? '不符合办理条件。' : '', checked }
        const done = await perform(again(who), (act) => decideItem(act, input)).then(
          () => true,
          (error: unknown) => refused(error),
        )
        if (done) won += 1
      }
    }),
  )
  return won
}

const known = new Map<string, Awaited<ReturnType<typeof presentItem>>>()

/** All copies are alike: one look serves them all. */
async function waitingAt(who: Asking, item: string) {
  const view = known.get('') ?? (await look(again(who), (reading) => presentItem(reading, { item })))
  known.set('', view)
  return view
}

/** Whoever comes second is told so; anything else is a fault. */
function refused(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'move_not_possible' || code === 'changed_meanwhile') return false
  throw error
}

/** How many of some items have no decision or more than one. */
export async function decidedTwiceOrNever(items: readonly string[]): Promise<number> {
  let wrong = 0
  for (let from = 0; from < items.length; from += 500) {
    const some = items.slice(from, from + 500)
    const rows = await read()
      .select({ id: workEvents.workId, times: count() })
      .from(workEvents)
      .where(and(inArray(workEvents.workId, some), inArray(workEvents.move, ['grant', 'deny'])))
      .groupBy(workEvents.workId)
    const once = rows.filter(({ times }) => times === 1).length
    wrong += some.length - once
  }
  return wrong
}
