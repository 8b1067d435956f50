import { eq } from 'drizzle-orm'
import { read } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import type { Act, Look } from '#domain/act.ts'
import * as hotline from '#domain/hotline/index.ts'
import { look, perform } from '#domain/perform.ts'
import { workOf } from '#domain/work/index.ts'
import type { CallBackInput, FilingInput } from '#shared/contract/hotline.ts'
import { Refusal } from '#shared/refusal.ts'
import { ticketByNo } from '../../../server/domain/hotline/store.ts'
import { openWorld } from '../../support/world.ts'

export const world = await openWorld()

/** A writing act of somebody of the demo city. */
export async function act<T>(login: string, work: (act: Act) => Promise<T>): Promise<T> {
  return perform(await world.as(login), work)
}

/** A reading act of somebody of the demo city. */
export async function see<T>(login: string, work: (look: Look) => Promise<T>): Promise<T> {
  return look(await world.as(login), work)
}

/** The code an act was refused with; undefined when it was not. */
export async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return undefined
}

export const COMPLAINT: FilingInput = {
  kind: 'complaint',
  category: 'noise',
  text: '楼下烧烤店每天半夜还在营业，油烟和说话声让人睡不着。',
  place: '柳岸街道桂花巷 12 号',
  expectation: '晚上十点以后不要在路边摆桌',
  secret: false,
  notUrgent: false,
}

export async function fileTicket(change: Partial<FilingInput> = {}, login = 'lin'): Promise<string> {
  const { no } = await act(login, (it) => hotline.file(it, { ...COMPLAINT, ...change }))
  return no
}

const answers = (no: string, solved: boolean): CallBackInput => ({
  no,
  contacted: true,
  solved,
  satisfied: solved ? 5 : 2,
  remark: '',
})

/** Every move with the account that may make it and what it is made with. */
export const MAKE = {
  dispatch: [
    'hotline',
    (it: Act, no: string) => hotline.dispatch(it, { no, department: 'urban-management' }),
  ],
  decline: [
    'hotline',
    (it: Act, no: string) => hotline.decline(it, { no, reason: 'not-ours', note: '请联系电网公司' }),
  ],
  sign: ['urban', (it: Act, no: string) => hotline.sign(it, { no })],
  return: ['urban', (it: Act, no: string) => hotline.returnTicket(it, { no, note: '属市场监管部门' })],
  reply: [
    'urban',
    (it: Act, no: string) => hotline.reply(it, { no, note: '已约谈经营者，晚十点后停止外摆。' }),
  ],
  close: ['lin', (it: Act, no: string) => hotline.callBack(it, answers(no, true))],
  rework: ['lin', (it: Act, no: string) => hotline.callBack(it, answers(no, false))],
} as const satisfies Record<string, readonly [string, (it: Act, no: string) => Promise<unknown>]>

export type MoveName = keyof typeof MAKE

export const MOVE_NAMES = Object.keys(MAKE) as MoveName[]

/** Makes a move as the account that may, or as another one. */
export function make(move: MoveName, no: string, login: string = MAKE[move][0]): Promise<unknown> {
  return act<unknown>(login, (it) => MAKE[move][1](it, no))
}

/** The moves that bring a new ticket into a state. */
export const WAYS: Record<string, MoveName[]> = {
  filed: [],
  declined: ['decline'],
  dispatched: ['dispatch'],
  returned: ['dispatch', 'return'],
  handling: ['dispatch', 'sign'],
  replied: ['dispatch', 'sign', 'reply'],
  closed: ['dispatch', 'sign', 'reply', 'close'],
}

/** A new ticket in a state. */
export async function ticketIn(state: string, change: Partial<FilingInput> = {}): Promise<string> {
  const no = await fileTicket(change)
  for (const move of WAYS[state] ?? []) await make(move, no)
  return no
}

/** The ticket's work item, its audit lines and the jobs about it. */
export async function recordsOf(no: string) {
  const ticket = await ticketByNo(read(), no)
  const work = ticket && (await workOf(read(), ticket.id))
  if (!ticket || !work) throw new Error(`no ticket ${no}`)
  const audit = await read().select().from(auditEntries).where(eq(auditEntries.subjectId, ticket.id))
  const all = await read().select().from(jobs)
  return { ticket, work, audit, jobs: all.filter(({ payload }) => payload.workId === ticket.id) }
}
