import { asc, eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { caseDocuments, cases } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import {
  acceptCase,
  askCorrection,
  correctCase,
  decideItem,
  documentOf,
  presentItem,
  presentOwnCase,
} from '#domain/cases/index.ts'
import { openFile } from '#domain/files/index.ts'
import { look, perform } from '#domain/perform.ts'
import { HANDLERS } from '#server/jobs/handlers.ts'
import { DOCUMENTS_OF_CASES } from '#shared/cases/documents.ts'
import { rowsOf } from '../../../server/domain/cases/document-rows.ts'
import { loadCase } from '../../../server/domain/cases/load.ts'
import { ALL_CHECKED, itemsOf, laterOn } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { bundle } from '../../support/published.ts'
import { sendWalked, walkToCheck, whoMustAgree } from '../../support/walk.ts'
import { fullestAnswers, WALKS } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
const sent: { newborn?: string; restaurant?: string; retirement?: string } = {}

type Decided = Parameters<typeof decideItem>[1]

/** A moment of the first day. */
function at(time: string): void {
  world.at(`2026-11-23T${time}:00+08:00`)
}

/** Somebody at the desk makes a move with an item; then what follows is done. */
async function move(login: string, no: string, topic: string, decided: Partial<Decided>): Promise<void> {
  const item = (await itemsOf(no))[topic]?.id ?? ''
  const input = { decision: 'grant' as const, note: '', checked: ALL_CHECKED, ...decided, item }
  await perform(await world.as(login), (act) => decideItem(act, input))
  await world.runJobs()
}

async function ask(no: string, element: string, note: string): Promise<void> {
  await perform(await world.as('counter'), (act) => askCorrection(act, { no, elements: [element], note }))
  await world.runJobs()
}

async function accept(no: string): Promise<void> {
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
}

async function apply(event: string, without: string[] = []): Promise<string> {
  const walk = WALKS.find((each) => each.event === event)
  const who = await world.as(walk?.login ?? '')
  const draft = await walkToCheck(who, event, { ...fullestAnswers(bundle(event)), ...walk?.answers }, without)
  const others = await Promise.all((await whoMustAgree(who, draft)).map((login) => world.as(login)))
  const no = await sendWalked(who, draft, others)
  await world.runJobs()
  return no
}

/** The documents of a case, in the order of their numbers. */
async function documentsOf(no: string | undefined) {
  return read()
    .select()
    .from(caseDocuments)
    .innerJoin(cases, eq(cases.id, caseDocuments.caseId))
    .where(eq(cases.no, no ?? ''))
    .orderBy(asc(caseDocuments.no))
    .then((rows) => rows.map((row) => row.case_documents))
}

async function ofKind(no: string | undefined, kind: string) {
  return (await documentsOf(no)).filter((each) => each.kind === kind)
}

/** What was promised instead of being proved. */
async function promisedIn(no: string) {
  const loaded = await look(await world.as('system'), (reading) => loadCase(reading, no))
  return rowsOf('promises', loaded, { id: '', at: world.now(), office: '', happened: [], workId: null })
}

beforeAll(async () => {
  world = await openWorld()
})

describe('every document of domain.md §2.6', () => {
  it('receipt, application, one notice for all that is asked for on a day, acceptance, decisions, delivery', async () => {
    at('10:00')
    const mother = await world.as('mother01')
    const no = (sent.newborn = await sendNewborn(mother))
    await world.runJobs()
    at('10:10')
    await ask(no, 'child.nativePlace', '请写到区')
    const [first] = await ofKind(no, 'correction')
    at('10:20')
    await ask(no, 'father.phone', '号码打不通')
    const [second, ...more] = await ofKind(no, 'correction')
    expect(more).toEqual([])
    expect(second?.no).toBe(first?.no)
    expect(second?.fileId).not.toBe(first?.fileId)
    await perform(mother, (act) =>
      correctCase(act, { no, 'father.phone': '14000000001', 'child.nativePlace': '云溪市清河区' }),
    )
    at('11:00')
    await accept(no)
    expect(await ofKind(no, 'acceptance')).toMatchObject([{ no: '云溪政服〔2026〕受字第1号', workId: null }])

    await move('hospital-head', no, 'birth-certificate', { decision: 'suspend', note: '等待法院的通知' })
    await move('hospital-head', no, 'birth-certificate', { decision: 'unsuspend' })
    await move('hospital', no, 'birth-certificate', { decision: 'askExtension', days: 2, note: '设备检修' })
    await move('hospital-head', no, 'birth-certificate', { decision: 'extend', days: 2, note: '设备检修' })
    await move('hospital', no, 'birth-certificate', { decision: 'grant' })
    await move('counter', no, 'birth-certificate', { decision: 'deliver', signing: 'paper' })
    await move('hospital-head', no, 'birth-certificate', { decision: 'revoke', note: '信息有误' })
    await move('police', no, 'household-registration', {
      decision: 'deny',
      note: '“林\u{30EDD}”与出生医学证明上的名字不一致。',
    })
    const kinds = (await documentsOf(no)).map(({ kind }) => kind)
    expect(kinds).toEqual(
      expect.arrayContaining(['suspension', 'extension', 'delivery', 'revocation', 'denial']),
    )
    const [denial] = await ofKind(no, 'denial')
    expect(denial?.no).toBe('云溪公〔2026〕否字第1号')
  }, 120_000)

  it('what was promised instead of being proved, refusal, special procedure', async () => {
    at('13:00')
    const no = (sent.restaurant = await apply('restaurant'))
    // The legal representative signed it with their agreement, in the words of the item.
    expect(await promisedIn(no)).toMatchObject([
      { commitment: expect.stringContaining('消防技术标准'), signer: '邵一鸣' },
      { promised: '保证食品安全的规章制度', signer: '邵一鸣' },
    ])
    expect(await ofKind(no, 'commitment')).toMatchObject([{ no: '云溪政服〔2026〕诺字第1号' }])
    await move('counter', no, 'shop-sign', { decision: 'refuse', note: '不在本市设置' })
    await accept(no)
    await move('market', no, 'food-licence', {
      decision: 'startProcedure',
      procedure: 'site-check',
      note: '约好时间到店核查',
    })
    const kinds = (await documentsOf(no)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['refusal', 'procedure', 'acceptance']))
  }, 120_000)

  it('acceptance with a material to follow, its end when it never comes', async () => {
    at('14:00')
    const no = (sent.retirement = await apply('retirement', ['personnel-archive']))
    expect(await ofKind(no, 'commitment')).toMatchObject([{ no: '云溪政服〔2026〕诺字第2号' }])
    await accept(no)
    expect(await ofKind(no, 'tolerance')).toHaveLength(1)
    await laterOn(world, '2026-12-08')
    expect((await ofKind(no, 'termination')).length).toBeGreaterThan(0)
  }, 120_000)

  it('is a signed PDF; none is missing', async () => {
    const all = await read().select().from(caseDocuments)
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(DOCUMENTS_OF_CASES))
    for (const { fileId, issuedAt } of all) {
      expect(issuedAt).toBeGreaterThan(0)
      const bytes = await openFile(fileId)
      expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
      expect(bytes.includes('/ETSI.CAdES.detached')).toBe(true)
    }
    const stuck = await read()
      .select()
      .from(jobs)
      .where(inArray(jobs.kind, ['cases.document', 'cases.receipt']))
    expect(stuck.filter(({ error }) => error !== null)).toEqual([])
  })

  it('has a number of its office and kind that runs from 1 without gaps', async () => {
    const series = new Map<string, number[]>()
    for (const { no } of await read().select().from(caseDocuments)) {
      const [, before = '', number] = /^(.+〔\d{4}〕.字)第(\d+)号$/.exec(no) ?? []
      series.set(before, [...(series.get(before) ?? []), Number(number)])
    }
    expect(series.size).toBeGreaterThan(12)
    for (const numbers of series.values())
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
  })
})

describe('doing a job again', () => {
  it('makes no document twice and changes none', async () => {
    const before = await read().select().from(caseDocuments).orderBy(asc(caseDocuments.id))
    const done = await read()
      .select()
      .from(jobs)
      .where(inArray(jobs.kind, ['cases.document', 'cases.receipt']))
    expect(done.length).toBeGreaterThan(before.length)
    for (const { kind, payload } of done)
      await HANDLERS[kind === 'cases.receipt' ? kind : 'cases.document'](
        payload as Record<string, string>,
        world.now(),
      )
    expect(await read().select().from(caseDocuments).orderBy(asc(caseDocuments.id))).toEqual(before)
  }, 60_000)

  it('at the same moment in two processes makes one', async () => {
    world.at('2026-12-09T10:00:00+08:00')
    const no = await sendNewborn(await world.as('mother02'))
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
    const items = Object.values(await itemsOf(no))
    await Promise.allSettled(
      items.map(({ id, parentId }) =>
        HANDLERS['cases.document']({ event: 'caseItem.acceptWaiting', workId: id, parentId }, world.now()),
      ),
    )
    await world.runJobs()
    expect(await ofKind(no, 'acceptance')).toHaveLength(1)
  }, 60_000)
})

describe('whoever may read them', () => {
  it('the applicant reads all, by kind or by id, with their names', async () => {
    const no = sent.newborn ?? ''
    const mother = await world.as('mother01')
    const { documents } = await look(mother, (reading) => presentOwnCase(reading, { no }))
    expect(documents.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['收件回执', '受理通知书', '不予决定书']),
    )
    for (const { id, kind } of documents) {
      await expect(look(mother, (reading) => documentOf(reading, no, id))).resolves.toMatchObject({
        name: expect.stringContaining(no),
      })
      await expect(look(mother, (reading) => documentOf(reading, no, kind))).resolves.toBeTruthy()
    }
  })

  it('a reviewer reads what is about their item and nothing that tells of others', async () => {
    const no = sent.newborn ?? ''
    const police = await world.as('police')
    await expect(look(police, (reading) => documentOf(reading, no, 'denial'))).resolves.toBeTruthy()
    for (const kind of ['receipt', 'application', 'correction', 'suspension', 'extension'])
      await expect(look(police, (reading) => documentOf(reading, no, kind))).rejects.toMatchObject({
        code: 'not_found',
      })
    const item = (await itemsOf(no))['household-registration']?.id ?? ''
    const view = await look(police, (reading) => presentItem(reading, { item }))
    expect(view.documents.map(({ kind }) => kind)).toEqual(['denial'])
  })

  it('somebody else learns not even that there is one', async () => {
    await expect(
      look(await world.as('widow'), async (reading) => documentOf(reading, sent.newborn ?? '', 'receipt')),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
