import {
  arriveAtDesk,
  bookOwn,
  callNext,
  moveTicket,
  ownForm,
  readDeskQueue,
  sit,
  takeAtDesk,
} from '#domain/queue/index.ts'
import type { ClerkMove } from '#shared/queue/moves.ts'
import { look, perform, type Asking } from '#domain/perform.ts'

/* What happens at the hall of the demo city, in one line each. */

export const HALL = 'city-centre'
/** A working day after that of the tests. */
export const TUESDAY = '2026-11-24'

export const book = (
  who: Asking,
  time: string,
  more: { day?: string; business?: string; priority?: string } = {},
) =>
  perform(who, (act) =>
    bookOwn(act, {
      hall: HALL,
      business: more.business ?? 'people',
      slot: { day: more.day ?? TUESDAY, time },
      priority: more.priority ?? '',
    }),
  )

export const freeAt = async (who: Asking, time: string, business = 'people') =>
  (await look(who, (reading) => ownForm(reading, { hall: HALL, business, day: TUESDAY }))).slots.find(
    (slot) => slot.time === time,
  )?.free

export const sitAt = (who: Asking, counter: string) =>
  perform(who, (act) => sit(act, { hall: HALL, counter }))

export const take = async (who: Asking, business = 'people', priority = '') =>
  (await perform(who, (act) => takeAtDesk(act, { hall: HALL, business, priority }))).no

export const arrive = async (who: Asking, no: string) =>
  (await perform(who, (act) => arriveAtDesk(act, { hall: HALL, no, name: '', phone: '' }))).no

export const call = async (who: Asking) => (await perform(who, (act) => callNext(act, { hall: HALL }))).no

export const desk = (who: Asking) => look(who, (reading) => readDeskQueue(reading, { hall: HALL }))

/** A move of the ticket in hand. */
export async function move(who: Asking, kind: ClerkMove): Promise<void> {
  const { current } = await desk(who)
  if (!current) throw new Error('nobody is at the counter')
  await perform(who, (act) => moveTicket(act, { ticket: current.id, move: kind }))
}

/** Calls and serves until nobody is left; the numbers in their order. */
export async function callAll(who: Asking): Promise<string[]> {
  const called: string[] = []
  for (;;) {
    const no = await call(who)
    if (no === null) return called
    called.push(no)
    await move(who, 'serve')
  }
}

/** Why something was refused: the code of its first problem, else of the refusal. */
export async function refusedBy(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'detail' in error) {
      const { problems } = error.detail as { problems?: { code: string }[] }
      return problems?.[0]?.code ?? String(error.code)
    }
    throw error
  }
  return 'nothing was refused'
}
