import type { Reader } from '#db'
import { dayOf } from '#shared/calendar/day.ts'
import type { Hall } from '#shared/catalog/documents.ts'
import type { Waiting } from '#shared/queue/views.ts'
import { medianWait } from '#shared/queue/waits.ts'
import { say, type Lang } from '#shared/text.ts'
import { waitingCounts } from './store/tickets.ts'
import { waitsOf } from './store/waits.ts'

/** How many wait for each business of a hall, and how long those of the last hour did: from kept figures. */
export async function waitingAt(reader: Reader, hall: Hall, at: number, lang: Lang): Promise<Waiting[]> {
  const [counts, waits] = await Promise.all([
    waitingCounts(reader, { hall: hall.code, day: dayOf(at) }),
    waitsOf(reader, hall.code, at),
  ])
  return hall.businesses.map(({ code, name }) => ({
    business: code,
    name: say(name, lang),
    waiting: counts.get(code) ?? 0,
    minutes: medianWait(waits.get(code) ?? new Map()),
  }))
}
