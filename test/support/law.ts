import { asc, eq } from 'drizzle-orm'
import { read } from '#db'
import { caseDocuments, cases } from '#db/schema/cases.ts'
import { acceptCase, decideItem } from '#domain/cases/index.ts'
import { publish, refreshCatalog, submit, upload } from '#domain/catalog/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform } from '#domain/perform.ts'
import { markDue, timeline, type WorkRow } from '#domain/work/index.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import { ALL_CHECKED, itemsOf } from './desk.ts'
import { beekeeping } from './small-event.ts'
import { bundle } from './published.ts'
import { sendWalked, walkToCheck, whoMustAgree } from './walk.ts'
import { fullestAnswers, WALKS } from './walks.ts'
import type { World } from './world.ts'

/** The registration of bees as a rule needs it; its photograph may be promised, when the rule is about promises. */
export interface Bees {
  item?: Partial<ServiceItem>
  promised?: boolean
}

/** Publishes the keeping of bees, whose first item is as a rule needs it. */
export async function publishBees(world: World, { item = {}, promised = false }: Bees = {}): Promise<void> {
  const content = beekeeping()
  const changed = {
    ...content,
    // The whole may take no less than its first item and the one that waits for it.
    lifeEvent: content.lifeEvent.map((each) => ({
      ...each,
      promisedDays: Math.max(each.promisedDays, (item.promisedDays ?? 0) + 3),
    })),
    item: content.item.map((each) => (each.code === 'bee-registration' ? { ...each, ...item } : each)),
    material: content.material.map((each) =>
      promised ? { ...each, exemptBy: [{ by: 'commitment' as const, ref: 'hive-photo' }] } : each,
    ),
  }
  const officer = await world.as('catalog')
  const given = { package: '', title: 'bees', json: JSON.stringify(changed) }
  const { package: id } = await perform(officer, (act) => upload(act, given))
  await perform(officer, (act) => submit(act, { package: id }))
  await perform(await world.as('catalog2'), (act) => publish(act, { package: id, startsOn: '' }))
  await refreshCatalog()
}

/** An application to keep bees that was sent; answers its number. */
export async function sendBees(world: World, login: string): Promise<string> {
  const who = await world.as(login)
  const no = await sendWalked(who, await beesToCheck(world, login))
  await world.runJobs()
  return no
}

/** A draft of it at its last page. */
export async function beesToCheck(world: World, login: string): Promise<string> {
  const answers = { 'situation.sellsHoney': 'no', 'bees.hives': '12' }
  return walkToCheck(await world.as(login), 'beekeeping', answers)
}

/** An application of one of the demo's walks that was sent; answers its number. */
export async function applyWalk(world: World, event: string): Promise<string> {
  const walk = WALKS.find((each) => each.event === event)
  const who = await world.as(walk?.login ?? '')
  const draft = await walkToCheck(who, event, { ...fullestAnswers(bundle(event)), ...walk?.answers })
  const others = await Promise.all((await whoMustAgree(who, draft)).map((login) => world.as(login)))
  const no = await sendWalked(who, draft, others)
  await world.runJobs()
  return no
}

export async function accept(world: World, no: string): Promise<void> {
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
}

type Decided = Partial<Parameters<typeof decideItem>[1]>

/** Somebody at the desk makes a move with an item; then what follows is done. */
export async function makeMove(world: World, login: string, item: string, decided: Decided): Promise<void> {
  const input = { decision: 'grant' as const, note: '', checked: ALL_CHECKED, ...decided, item }
  await perform(await world.as(login), (act) => decideItem(act, input))
  await world.runJobs()
}

export async function beeItem(no: string): Promise<WorkRow> {
  const item = (await itemsOf(no))['bee-registration']
  if (!item) throw new Error(`${no} has no registration of bees`)
  return item
}

/** Lets time pass, with the marks of each minute and what follows. */
export async function laterAt(world: World, iso: string): Promise<void> {
  world.at(iso)
  await markDue(world.now())
  await world.runJobs()
}

/** The kinds of the documents of a case, in the order of their numbers. */
export async function kindsOfDocuments(no: string): Promise<string[]> {
  const rows = await read()
    .select({ kind: caseDocuments.kind, issuedAt: caseDocuments.issuedAt })
    .from(caseDocuments)
    .innerJoin(cases, eq(cases.id, caseDocuments.caseId))
    .where(eq(cases.no, no))
    .orderBy(asc(caseDocuments.no))
  return rows.filter(({ issuedAt }) => issuedAt > 0).map(({ kind }) => kind)
}

/** The kinds of messages that somebody got about a case. */
export async function toldOf(world: World, login: string, no: string): Promise<string[]> {
  const { rows } = await look(await world.as(login), (reading) => listNotices(reading, {}))
  return rows.filter(({ params }) => params.no === no).map(({ kind }) => kind)
}

export function eventsOf(item: string) {
  return timeline(read(), item)
}
