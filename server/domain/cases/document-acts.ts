import { dayOf } from '#shared/calendar/day.ts'
import type { DocumentTemplate } from '#shared/catalog/documents.ts'
import { documentOfMove } from '#shared/cases/documents.ts'
import type { Reader } from '#db'
import { fingerprint } from '../files/index.ts'
import { postOf } from '../identity/index.ts'
import { timelines, type TimelineEntry, type WorkRow } from '../work/index.ts'
import type { LoadedCase } from './load.ts'

/** An item of a case, and what happened to it. */
export interface Happened {
  item: WorkRow
  event: TimelineEntry
}

/** What one formal document tells of: the items that the same act moved, or the wishes of a day. */
export interface Told {
  /** The same for the same acts, so that nothing is told twice. */
  id: string
  /** The moment of the last of them. */
  at: number
  /** Code of the department in whose name it is issued. */
  office: string
  happened: Happened[]
  /** The one item it is about; null when it is about several, or the whole case. */
  workId: string | null
}

const ID_LENGTH = 32

/** What the documents of a kind tell of in a case, the oldest first. */
export async function actsTold(
  reader: Reader,
  loaded: LoadedCase,
  template: DocumentTemplate,
): Promise<Told[]> {
  const told = new Map<string, Told>()
  for (const happened of await happenedIn(reader, loaded)) {
    const { at, move } = happened.event
    if (documentOfMove(move) !== template.code) continue
    const office = await officeOf(reader, template, happened)
    const key = template.gathers === 'day' ? dayOf(at) : `${at} ${office}`
    const before = told.get(key)
    if (before) {
      before.happened.push(happened)
      before.at = at
      if (before.workId !== happened.item.id) before.workId = null
    } else
      told.set(key, {
        id: idOf(loaded, template, key),
        at,
        office,
        happened: [happened],
        workId: happened.item.id,
      })
  }
  return [...told.values()]
}

/** What a document tells that belongs to the application itself: everything that was sent. */
export async function sendingTold(
  reader: Reader,
  loaded: LoadedCase,
  template: DocumentTemplate,
): Promise<Told> {
  const opened = (await happenedIn(reader, loaded)).filter(({ event }) => event.move === 'open')
  const office = template.office ?? loaded.items[0]?.unit ?? ''
  return { id: idOf(loaded, template, ''), at: loaded.row.sentAt, office, happened: opened, workId: null }
}

async function happenedIn(reader: Reader, { items }: LoadedCase): Promise<Happened[]> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const events = await timelines(reader, [...byId.keys()])
  return events.flatMap((event) => {
    const item = byId.get(event.workId)
    return item ? [{ item, event }] : []
  })
}

/** Who acted, for documents of whoever acts; otherwise the department that has the item. */
async function officeOf(
  reader: Reader,
  { office }: DocumentTemplate,
  { item, event }: Happened,
): Promise<string> {
  if (office === undefined) return item.unit
  const post = event.by === 'staff' ? await postOf(reader, event.actorId) : undefined
  return post?.unit ?? office
}

function idOf({ row }: LoadedCase, { code }: DocumentTemplate, key: string): string {
  return fingerprint(Buffer.from(`${row.id} ${code} ${key}`)).slice(0, ID_LENGTH)
}
