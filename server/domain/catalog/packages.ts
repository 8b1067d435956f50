import { read } from '#db'
import { actorId, systemActor } from '#shared/access/actor.ts'
import { didIt } from '#shared/access/stand-in.ts'
import { momentOf } from '#shared/calendar/day.ts'
import type { PackageState } from '#shared/catalog/package.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import { asking, perform } from '../perform.ts'
import { inspect, type Inspected } from './inspect.ts'
import { contentOf } from './package-content.ts'
import { publishChanges } from './publish.ts'
import { publishedCatalog } from './published-catalog.ts'
import { refreshCatalog } from './snapshot.ts'
import { insertPackage, packageRow, updatePackage, type PackageRow } from './store/packages.ts'

/** Whoever acts at the desk, by the name others know them by. */
function nameOf(act: Act): string {
  return act.actor.kind === 'staff' ? act.actor.name : actorId(act.actor)
}

/** A package as it is now, in one of these states. */
async function packageIn(act: Act, id: string, states: readonly PackageState[]): Promise<PackageRow> {
  const row = await packageRow(act.tx, id)
  if (!row) throw new Refusal('not_found')
  if (!states.includes(row.state)) throw new Refusal('move_not_possible')
  return row
}

async function change(act: Act, row: PackageRow, to: Partial<PackageRow>, verb: string): Promise<void> {
  if (!(await updatePackage(act.tx, row, to))) throw new Refusal('changed_meanwhile')
  act.note({ verb: `catalog.${verb}`, subjectKind: 'package', subjectId: row.id })
}

async function checked(
  act: Act,
  content: unknown,
): Promise<Inspected & Pick<PackageRow, 'state' | 'findings'>> {
  const inspected = inspect(content, await publishedCatalog(act.tx))
  return { ...inspected, state: inspected.findings.length === 0 ? 'checked' : 'draft' }
}

/** Takes a package in, checks it at once and keeps both; with the id of one's own earlier one, in its place. */
export async function upload(
  act: Act,
  { package: id, title, json }: { package: string; title: string; json: string },
): Promise<{ package: string }> {
  const content = contentOf(json)
  const { state, findings } = await checked(act, content)
  if (id) {
    const row = await packageIn(act, id, ['draft', 'checked', 'returned'])
    if (row.authorId !== actorId(act.actor)) throw new Refusal('not_allowed')
    await change(act, row, { title, content, state, findings, reason: null }, 'upload')
    return { package: id }
  }
  const made = newId(act.at)
  await insertPackage(act.tx, {
    id: made,
    title,
    state,
    content,
    findings,
    authorId: actorId(act.actor),
    author: nameOf(act),
    publisherId: null,
    publisher: null,
    startsAt: 0,
    reason: null,
    createdAt: act.at,
    publishedAt: null,
    version: 1,
  })
  act.note({ verb: 'catalog.upload', subjectKind: 'package', subjectId: made })
  return { package: made }
}

/** Hands a package over to whoever publishes; what was published meanwhile may have made it wrong. */
export async function submit(act: Act, { package: id }: { package: string }): Promise<{ package: string }> {
  const row = await packageIn(act, id, ['draft', 'checked', 'returned'])
  if (row.authorId !== actorId(act.actor)) throw new Refusal('not_allowed')
  const { findings } = await checked(act, row.content)
  const state = findings.length === 0 ? 'submitted' : 'draft'
  await change(act, row, { state, findings, reason: null }, 'submit')
  return { package: id }
}

/** Sends a package back to its author with a reason; one that is planned does not begin then. */
export async function sendBack(
  act: Act,
  { package: id, reason }: { package: string; reason: string },
): Promise<{ package: string }> {
  const row = await packageIn(act, id, ['submitted', 'scheduled'])
  await change(act, row, { state: 'returned', reason }, 'return')
  return { package: id }
}

/**
 * Publishes a package, or plans it for the beginning of a day. Never by its author: four eyes see every version.
 * A package that has become wrong goes back with what is wrong.
 */
export async function publish(
  act: Act,
  { package: id, startsOn }: { package: string; startsOn: string },
): Promise<{ package: string }> {
  const row = await packageIn(act, id, ['submitted'])
  if (didIt(act.actor, row.authorId)) throw new Refusal('own_work')
  const startsAt = startsOn ? momentOf(startsOn) : 0
  const signed = { publisherId: actorId(act.actor), publisher: nameOf(act), startsAt }
  if (startsAt <= act.at) return bringIn(act, { ...row, ...signed })
  const { findings } = await checked(act, row.content)
  if (findings.length > 0) await change(act, row, { state: 'draft', findings }, 'check')
  else {
    await change(act, row, { ...signed, state: 'scheduled' }, 'schedule')
    await enqueue(act, {
      kind: 'catalog.start',
      key: `${id} ${row.version + 1}`,
      payload: { package: id },
      runAt: startsAt,
    })
  }
  return { package: id }
}

async function bringIn(act: Act, row: PackageRow): Promise<{ package: string }> {
  const { changes, findings } = await checked(act, row.content)
  if (findings.length > 0) {
    await change(act, row, { state: 'draft', findings }, 'check')
    return { package: row.id }
  }
  const { author, publisher, publisherId, startsAt } = row
  await change(
    act,
    row,
    { state: 'published', publisher, publisherId, startsAt, findings, publishedAt: act.at },
    'release',
  )
  await publishChanges(act, changes, { author, publisher, packageId: row.id })
  return { package: row.id }
}

/** Begins what was planned for now. Done twice, the second finds nothing to do. */
export async function handleScheduled(
  { package: id = '' }: Record<string, string>,
  at: number,
): Promise<void> {
  const waiting = await packageRow(read(), id)
  if (waiting?.state !== 'scheduled' || waiting.startsAt > at) return
  await perform(asking(systemActor('catalog'), at), async (act) =>
    bringIn(act, await packageIn(act, id, ['scheduled'])),
  )
  await refreshCatalog()
}
