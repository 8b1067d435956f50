import { eq } from 'drizzle-orm'
import { read, transaction } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import type { Act, Look } from '#domain/act.ts'
import { currentBundle } from '#domain/catalog/index.ts'
import { look, perform } from '#domain/perform.ts'
import * as ratings from '#domain/ratings/index.ts'
import { workOf } from '#domain/work/index.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { openWorld } from '../../support/world.ts'

export const world = await openWorld()

export async function act<T>(login: string, work: (act: Act) => Promise<T>): Promise<T> {
  return perform(await world.as(login), work)
}

export async function see<T>(login: string, work: (look: Look) => Promise<T>): Promise<T> {
  return look(await world.as(login), work)
}

/** What an act was refused with; undefined when it was not. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return undefined
}

let running = 0

/** A case of a person as it is after its last item; `open` while it is still being handled. */
export async function caseOf(login: string, open = false): Promise<{ id: string; no: string }> {
  const { actor, at } = await world.as(login)
  const bundle = await currentBundle(read(), 'newborn')
  const id = newId(at)
  const no = `T20261123${String((running += 1)).padStart(6, '0')}`
  await transaction(async (tx) => {
    await tx.insert(cases).values({
      id,
      no,
      lifeEvent: 'newborn',
      bundleId: bundle.id,
      applicantId: actor.kind === 'person' ? actor.id : '',
      content: { facts: {}, files: {}, consentId: null, correcting: [] },
      state: open ? 'in-progress' : 'closed',
      sentAt: at,
      closedAt: open ? 0 : at,
      version: 1,
    })
  })
  return { id, no }
}

/** A rating of a closed case; answers its id. */
export async function rated(
  level: number,
  tags: string[] = [],
  text = '',
): Promise<{ id: string; caseNo: string }> {
  const { id, no: caseNo } = await caseOf('lin')
  await act('lin', (it) => ratings.rate(it, { caseNo, level, tags, text }))
  const row = await ratings.ratingOfCase(read(), id)
  if (!row) throw new Error('the rating was not kept')
  return { id: row.id, caseNo }
}

/** Every move of a rectification with the account that may make it; the health commission leads the life event. */
export const MAKE = {
  contact: [
    'health',
    (it: Act, id: string) => ratings.contactRater(it, { id, note: '对不起，我们正在查。' }),
  ],
  answer: [
    'health',
    (it: Act, id: string) => ratings.answerRectification(it, { id, note: '已改正办事指南。' }),
  ],
} as const satisfies Record<string, readonly [string, (it: Act, id: string) => Promise<unknown>]>

export type MoveName = keyof typeof MAKE | 'acknowledge'

export async function make(
  move: MoveName,
  rating: { id: string; caseNo: string },
  login?: string,
): Promise<unknown> {
  if (move === 'acknowledge')
    return act(login ?? 'lin', (it) => ratings.acknowledge(it, { caseNo: rating.caseNo }))
  const [doer, work] = MAKE[move]
  return act<unknown>(login ?? doer, (it) => work(it, rating.id))
}

/** The moves that bring a bad rating into a state. */
export const WAYS: Record<string, MoveName[]> = {
  opened: [],
  fixing: ['contact'],
  answered: ['contact', 'answer'],
  closed: ['contact', 'answer', 'acknowledge'],
}

/** A bad rating whose putting right stands in a state. */
export async function rectificationIn(state: string): Promise<{ id: string; caseNo: string }> {
  const rating = await rated(1, ['115'], '跑了三趟')
  for (const move of WAYS[state] ?? []) await make(move, rating)
  return rating
}

export async function recordsOf(id: string) {
  const work = await workOf(read(), id)
  const audit = await read().select().from(auditEntries).where(eq(auditEntries.subjectId, id))
  const all = await read().select().from(jobs)
  return { work, audit, jobs: all.filter(({ payload }) => payload.workId === id) }
}
