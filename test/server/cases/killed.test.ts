import { and, eq, inArray, like, lte } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { caseDocuments, cases } from '#db/schema/cases.ts'
import { certificates } from '#db/schema/certificates.ts'
import { lookupLog } from '#db/schema/exchange.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notices } from '#db/schema/notices.ts'
import { workEvents } from '#db/schema/work.ts'
import { verifyChains } from '#domain/audit/index.ts'
import { decideItem } from '#domain/cases/index.ts'
import { settleOrphans } from '#domain/exchange/settle-orphans.ts'
import { openFile } from '#domain/files/index.ts'
import { perform } from '#domain/perform.ts'
import { documentOfMove } from '#shared/cases/documents.ts'
import { query } from '../../../server/connectors/exchange/city-registers.ts'
import { copyCase } from '../../support/copy-case.ts'
import { accept, ALL_CHECKED, itemsOf } from '../../support/desk.ts'
import { start, type Order } from '../../support/killed/order.ts'
import { OTHERS, RUNNER } from '../../support/killed/steps.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

/* Each case is decided by a process that is killed at another of its steps; the next process takes up what it left. */

type Decided = NonNullable<Order['decision']>['decided']

/** Who decides on which item, and how. */
interface Deciding {
  login: string
  topic: string
  decided: Omit<Decided, 'item'>
}

/** A case whose process was killed, and whether the decision was durable before. */
interface Killed {
  no: string
  item: string
  step: string
  made: boolean
}

const GRANT: Deciding = {
  login: 'police',
  topic: 'household-registration',
  decided: { decision: 'grant', note: '', checked: ALL_CHECKED },
}
const DENY: Deciding = {
  login: 'police',
  topic: 'household-registration',
  decided: { decision: 'deny', note: '与出生医学证明上的名字不一致。' },
}
const DELIVER: Deciding = {
  login: 'counter',
  topic: 'birth-certificate',
  decided: { decision: 'deliver', note: '', signing: 'paper' },
}
const REVOKE: Deciding = {
  login: 'police-head',
  topic: 'household-registration',
  decided: { decision: 'revoke', note: '信息有误。' },
}

/** Of what happens to other items, and between two jobs, the first steps stand for all. */
const FEW: Readonly<Record<string, number>> = { [RUNNER]: 2, [OTHERS]: 3 }

/** What follows every decision alike: what holds after the first kind of decision stands for all. */
const ALIKE: readonly string[] = [RUNNER, OTHERS, 'cases.document', 'notices.case', 'notices.deliver']

let world: World
let minutes = 0
/** A case with a birth certificate to hand over and a household registration to decide. */
let ready = ''
let granted: Killed[] = []

beforeAll(async () => {
  world = await openWorld()
  later()
  ready = await sendNewborn(await world.as('mother01'))
  await accept(world, ready)
  await decides(await itemOf(ready, 'birth-certificate'), {
    ...GRANT,
    login: 'hospital',
    topic: 'birth-certificate',
  })
  await world.runJobs()
}, 120_000)

/** More than a runner may have a job for. */
function later(): void {
  minutes += 2
  world.at(new Date(Date.parse('2026-11-23T09:00:00+08:00') + minutes * 60_000).toISOString())
}

async function itemOf(no: string, topic: string): Promise<string> {
  return (await itemsOf(no))[topic]?.id ?? ''
}

async function decides(item: string, { login, decided }: Deciding): Promise<unknown> {
  return perform(await world.as(login), (act) => decideItem(act, { ...decided, item }))
}

/** Starts a process that decides on an item of a case and dies at a step, after it did what another one left. */
async function run(deciding: Deciding, no: string, dieAt = '') {
  later()
  const item = await itemOf(no, deciding.topic)
  const { actor } = await world.as(deciding.login)
  const decided = { ...deciding.decided, item }
  const ended = await start({ at: world.now(), decision: { actor, decided, dieAt } })
  return { ...ended, item }
}

/** The steps at which it is worth dying: those after which something else is durable than before. */
function worthDyingAt({ decided }: Deciding, steps: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return steps.filter((step) => {
    if (step.includes(' written ')) return step === 'decision written 1'
    const of = step.slice(0, step.lastIndexOf(' ', step.lastIndexOf(' ') - 1))
    if (decided.decision !== GRANT.decided.decision && ALIKE.includes(of)) return false
    const times = (seen.get(of) ?? 0) + 1
    seen.set(of, times)
    return times <= (FEW[of] ?? Infinity)
  })
}

/** Decides in one case without being killed, and in one more for each of its steps. Answers all of them. */
async function killAtEach(deciding: Deciding, caseFor: (i: number) => Promise<string>): Promise<Killed[]> {
  const first = await caseFor(0)
  const whole = await run(deciding, first)
  expect(whole).toMatchObject({ signal: null, code: 0 })
  const steps = worthDyingAt(deciding, whole.steps)
  expect(steps).toEqual(expect.arrayContaining(['decision written 1', 'decision committed 1']))
  const done: Killed[] = [{ no: first, item: whole.item, step: '', made: true }]
  for (const [i, step] of steps.entries()) {
    const no = await caseFor(i + 1)
    const { signal, item } = await run(deciding, no, step)
    expect({ step, signal }).toEqual({ step, signal: 'SIGKILL' })
    const made = step !== 'decision written 1'
    expect(await happened(item, deciding.decided.decision)).toHaveLength(made ? 1 : 0)
    done.push({ no, item, step, made })
  }
  later()
  expect(await start({ at: world.now() })).toMatchObject({ signal: null, code: 0 })
  return done
}

/** Whoever got no answer does it again: it is done now if it was not, and refused if it was. */
async function again(deciding: Deciding, killed: readonly Killed[]): Promise<void> {
  for (const { item, made } of killed) {
    if (made) await expect(decides(item, deciding)).rejects.toMatchObject({ code: 'move_not_possible' })
    else await decides(item, deciding)
  }
  await world.runJobs()
}

async function happened(item: string, move: string) {
  return read()
    .select()
    .from(workEvents)
    .where(and(eq(workEvents.workId, item), eq(workEvents.move, move)))
}

async function caseRow(no: string) {
  const [row] = await read().select().from(cases).where(eq(cases.no, no))
  if (!row) throw new Error(`there is no case ${no}`)
  return row
}

/** How many messages tell of a move of an item. */
async function told(item: string, event: string): Promise<number> {
  return read().$count(notices, like(notices.key, `${event} ${item} %`))
}

/** What holds after each decision: one event, one line of the trail, one document, one message, nothing undone. */
async function allOnce(deciding: Deciding, killed: readonly Killed[], state: string, notice: string) {
  const { decision } = deciding.decided
  for (const { no, item, step } of killed) {
    const now = (await itemsOf(no))[deciding.topic]
    const events = await read().select().from(workEvents).where(eq(workEvents.workId, item))
    const kinds = await read()
      .select({ kind: caseDocuments.kind, fileId: caseDocuments.fileId })
      .from(caseDocuments)
      .where(and(eq(caseDocuments.workId, item), eq(caseDocuments.kind, documentOfMove(decision) ?? '')))
    expect({
      step,
      state: now?.state,
      seqs: events.map(({ seq }) => seq).sort((a, b) => a - b),
      decided: events.filter(({ move }) => move === decision).length,
      trail: await read().$count(
        auditEntries,
        and(eq(auditEntries.subjectId, item), eq(auditEntries.verb, `caseItem.${decision}`)),
      ),
      documents: kinds.length,
      notices: await told(item, notice),
    }).toEqual({
      step,
      state,
      seqs: events.map((_, i) => i + 1),
      decided: 1,
      trail: 1,
      documents: 1,
      notices: notice === '' ? 0 : 1,
    })
    expect(now?.version).toBe(events.length)
    for (const { fileId } of kinds) expect((await openFile(fileId)).subarray(0, 4).toString()).toBe('%PDF')
  }
  await nothingLeft()
}

/** Chains are whole, numbers run without gaps or doubles, no job is left or failed, no look-up hangs. */
async function nothingLeft(): Promise<void> {
  expect((await verifyChains(read())).filter(({ brokenAt }) => brokenAt !== null)).toEqual([])
  const undone = await read()
    .select()
    .from(jobs)
    .where(and(eq(jobs.doneAt, 0), lte(jobs.runAt, world.now())))
  expect(undone.map(({ kind, key, error }) => ({ kind, key, error }))).toEqual([])
  const series = new Map<string, number[]>()
  for (const { no } of await read().select({ no: caseDocuments.no }).from(caseDocuments)) {
    const [, before = '', number] = /^(.+)第(\d+)号$/.exec(no) ?? []
    series.set(before, [...(series.get(before) ?? []), Number(number)])
  }
  for (const numbers of series.values())
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
  expect(await read().$count(caseDocuments, eq(caseDocuments.issuedAt, 0))).toBe(0)
  await settleOrphans(world.now() + 61_000)
  expect(await read().$count(lookupLog, eq(lookupLog.outcome, 'asked'))).toBe(0)
}

describe('a process that is killed between any two steps of a decision, and started again', () => {
  it('has granted once or not at all: register, certificate, document, message and what waited for it', async () => {
    granted = await killAtEach(GRANT, () => copyCase(ready))
    await again(GRANT, granted)
    await allOnce(GRANT, granted, 'granted', 'caseItem.complete')
    const items = granted.map(({ item }) => item)
    const issued = await read().select().from(certificates).where(inArray(certificates.workId, items))
    expect(issued.map(({ workId }) => workId).sort()).toEqual([...items].sort())
    expect(new Set(issued.map(({ identifier }) => identifier)).size).toBe(items.length)
    for (const { fileId } of issued) expect((await openFile(fileId)).subarray(0, 4).toString()).toBe('%PDF')
    const numbers: unknown[] = []
    for (const { no, item } of granted) {
      const { content } = await caseRow(no)
      const number = content.facts['child.residentId']?.value
      const answers = query<{ answer: string }>('select answer from told where request like ?', `${item}:%`)
      expect(answers.map(({ answer }) => JSON.parse(answer).residentId)).toEqual([number])
      numbers.push(number)
      const after = await itemsOf(no)
      expect(after['medical-insurance']?.state).not.toBe('waiting')
      expect(await happened(after['medical-insurance']?.id ?? '', 'release')).toHaveLength(1)
    }
    // The register has entered each child once.
    const entered = query<{ body: string }>("select body from records where resource = 'population'")
      .map(({ body }) => JSON.parse(body))
      .filter(({ name }) => name === '林小满')
    expect(entered.map(({ residentId }) => residentId).sort()).toEqual(numbers.sort())
  }, 600_000)

  it('has revoked once or not at all: the certificate is void, and the holder told of both', async () => {
    const rest = [...granted]
    const killed = await killAtEach(REVOKE, () => Promise.resolve(rest.shift()?.no ?? ''))
    await again(REVOKE, killed)
    await allOnce(REVOKE, killed, 'revoked', 'caseItem.revoke')
    const items = killed.map(({ item }) => item)
    const voided = await read()
      .select()
      .from(certificates)
      .where(and(inArray(certificates.workId, items), eq(certificates.state, 'revoked')))
    expect(voided).toHaveLength(items.length)
    for (const { identifier } of voided)
      expect(await read().$count(notices, eq(notices.key, `certificate.revoked ${identifier}`))).toBe(1)
  }, 600_000)

  it('has denied once or not at all: what depends on it is cancelled, and the applicant told of each', async () => {
    const killed = await killAtEach(DENY, () => copyCase(ready))
    await again(DENY, killed)
    await allOnce(DENY, killed, 'denied', 'caseItem.deny')
    for (const { no } of killed) {
      const { 'medical-insurance': dependant } = await itemsOf(no)
      expect(dependant?.state).toBe('cancelled')
      expect(await told(dependant?.id ?? '', 'caseItem.cancel')).toBe(1)
    }
  }, 600_000)

  it('has handed over once or not at all: the record of delivery, and the end of the item', async () => {
    const killed = await killAtEach(DELIVER, () => copyCase(ready))
    await again(DELIVER, killed)
    await allOnce(DELIVER, killed, 'granted', '')
    for (const { no, item } of killed) {
      expect((await caseRow(no)).content.deliveries?.['birth-certificate']?.signing).toBe('paper')
      expect(await happened(item, 'close')).toHaveLength(1)
    }
  }, 600_000)
})
