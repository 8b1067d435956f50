import { eq, inArray } from 'drizzle-orm'
import { read, transaction } from '#db'
import { cases } from '#db/schema/cases.ts'
import { workEvents, workItems } from '#db/schema/work.ts'
import { newId } from '#shared/id.ts'
import { recount } from '../../server/domain/work/store/counts.ts'

/**
 * A case once more, with its items and what happened to them, under another number; its documents, certificates and
 * messages are the first one's alone. Answers the number.
 */
export async function copyCase(of: string): Promise<string> {
  const [row] = await read().select().from(cases).where(eq(cases.no, of))
  if (!row) throw new Error(`there is no case ${of}`)
  const items = await read().select().from(workItems).where(eq(workItems.parentId, row.id))
  const ids = new Map(items.map((item) => [item.id, newId()]))
  const copied = (id: string): string => ids.get(id) ?? id
  const events = await read()
    .select()
    .from(workEvents)
    .where(inArray(workEvents.workId, [...ids.keys()]))
  const id = newId()
  const no = `K${id.replaceAll('-', '').slice(-20)}`
  const copies = items.map((item) => ({ ...item, id: copied(item.id), parentId: id, no }))
  await transaction(async (tx) => {
    await tx.insert(cases).values({ ...row, id, no })
    await tx.insert(workItems).values(copies)
    await tx
      .insert(workEvents)
      .values(events.map((event) => ({ ...event, id: newId(), workId: copied(event.workId) })))
    await recount(tx, [], copies)
  })
  return no
}
