import { beforeAll, describe, expect, it, vi } from 'vitest'
import { dialect, raw, read, transaction } from '#db'
import { lookupArchive, lookupLog } from '#db/schema/exchange.ts'
import { revokeConsent, subjectKey } from '#domain/exchange/index.ts'
import { enterpriseLooks, ownLooks, readConsents, readLook } from '#domain/footprint/index.ts'
import { looksAbout, type LogRow } from '#domain/footprint/store/log.ts'
import { personOf } from '#domain/identity/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { matchPolicies } from '#domain/policies/index.ts'
import { DAY_MS } from '#shared/calendar/day.ts'
import type { LooksView } from '#shared/exchange/my-view.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let mother: Asking
let father: Asking

const see = (who: Asking, filter = {}): Promise<LooksView> =>
  look(who, (reading) => ownLooks(reading, filter))
const idsIn = ({ cards }: LooksView): string[] => cards.flatMap(({ lines }) => lines.map(({ id }) => id))

async function subjectOf(who: Asking): Promise<string> {
  const person = await personOf(read(), who.actor.kind === 'person' ? who.actor.id : '')
  return subjectKey({ kind: 'person', key: person?.residentId ?? '' })
}

async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
}

/** A look-up as the journal writes one. */
function row(subject: string, at: number, change: Partial<LogRow> = {}): LogRow {
  return {
    id: newId(at),
    subject,
    subjectKind: 'person',
    resource: 'population',
    provider: 'public-security',
    matterKind: 'desk',
    matterId: newId(at),
    matterNo: '',
    item: '',
    actorKind: 'system',
    actorId: 'test',
    unit: 'civil-affairs',
    groundKind: 'law',
    ground: '《中华人民共和国户口登记条例》第七条',
    asked: ['name'],
    fields: ['name'],
    outcome: 'found',
    fault: '',
    cached: false,
    ms: 1,
    at,
    answeredAt: at,
    ...change,
  }
}

beforeAll(async () => {
  world = await openWorld()
  mother = await world.as('lin')
  father = await world.as('spouse')
  await fillDraft(mother)
})

describe('what a person sees of who looked at their facts', () => {
  it('is one card for an application, whatever many registers were asked', async () => {
    const { cards } = await see(mother)
    expect(cards).toHaveLength(1)
    const [card] = cards
    expect(card?.lines.length).toBeGreaterThan(3)
    expect(card?.matter?.title).toBe('生孩子')
    expect(card?.by).toEqual({ kind: 'machine' })
    for (const line of card?.lines ?? []) {
      expect(line.provider).toMatch(/云溪市|税务/)
      expect(line.department).not.toBe('')
      expect(line.facts.length).toBeGreaterThan(0)
    }
  })

  it('has what was looked up about the father for the mother’s application, without a way into it', async () => {
    // What the mother's answers make possible is asked while she goes on.
    const cards = await vi.waitFor(async () => {
      const view = await see(father)
      expect(idsIn(view).length).toBeGreaterThan(0)
      return view.cards
    })
    expect(cards[0]?.matter).toMatchObject({ title: '生孩子', href: null })
    expect(cards.map(({ by }) => by.kind)).toContain('other')
  })

  it('says it in the reader’s language, also under which law', async () => {
    const { cards } = await see({ ...mother, lang: 'en' })
    expect(
      JSON.stringify(cards.map(({ lines, matter }) => [matter, lines.map(({ facts }) => facts)])),
    ).not.toMatch(/\p{Script=Han}/u)
    const [{ lines = [] } = {}] = (await see({ ...father, lang: 'en' })).cards
    const laws = lines.flatMap(({ ground }) => (ground.kind === 'law' ? [ground.words] : []))
    expect(laws[0]).toMatch(/Law|Regulation|Measures/)
    expect(laws.join()).not.toMatch(/\p{Script=Han}/u)
  })

  it('shows one look-up whole to nobody else', async () => {
    const [id = ''] = idsIn(await see(mother))
    const view = await look(mother, (reading) => readLook(reading, { lookup: id }))
    expect(view.asked.some(({ came }) => came)).toBe(true)
    expect(await refusalOf(look(father, (reading) => readLook(reading, { lookup: id })))).toBe('not_found')
  })

  it('names the post of whoever looked by hand, never the person', async () => {
    const police = await world.as('police')
    const officer = police.actor.kind === 'staff' ? police.actor : undefined
    const rare = await world.as('rare')
    const looked = row(await subjectOf(rare), world.now(), {
      actorKind: 'staff',
      actorId: officer?.id ?? '',
      unit: 'public-security',
    })
    await transaction((tx) =>
      tx
        .insert(lookupLog)
        .values(looked)
        .then(() => undefined),
    )
    const { cards } = await see(rare)
    expect(cards[0]?.by).toMatchObject({ kind: 'post', department: '云溪市公安局' })
    expect(JSON.stringify(cards)).not.toContain(officer?.name)
  })
})

describe('what a person agreed to', () => {
  it('reads as it was shown: which facts, of whom, for what; and can be taken back by nobody else', async () => {
    const [given] = await look(mother, readConsents)
    expect(given).toMatchObject({ title: '生孩子', words: '', revokedAt: 0 })
    const { facts, provider } = given?.shown[0] ?? { facts: [], provider: '' }
    expect(facts.length).toBeGreaterThan(0)
    expect(provider).not.toBe('')
    expect(await look(father, readConsents)).toEqual([])
    const foreign = perform(father, (act) => revokeConsent(act, given?.id ?? ''))
    expect(await refusalOf(foreign)).toBe('not_found')
    const { cards } = await see(mother)
    expect(cards[0]?.ground).toEqual({ kind: 'consent', id: given?.id, own: true })
  })
})

describe('a long record', () => {
  let elder: Asking
  let subject: string
  const at = (i: number) => world.now() - i * 3_600_000

  beforeAll(async () => {
    elder = await world.as('elder')
    subject = await subjectOf(elder)
    const rows = Array.from({ length: 10_000 }, (_, i) =>
      row(subject, at(i), { unit: i % 100 === 0 ? 'tax' : 'civil-affairs' }),
    )
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500)
      const table = from < 500 ? lookupLog : lookupArchive
      await transaction((tx) =>
        tx
          .insert(table)
          .values(some)
          .then(() => undefined),
      )
    }
  }, 60_000)

  it('comes in pages of twenty that miss nothing and repeat nothing, across log and archive', async () => {
    const seen: string[] = []
    let before: string | null | undefined
    for (let i = 0; i < 30; i += 1) {
      const page: LooksView = await see(elder, before ? { before } : {})
      expect(idsIn(page)).toHaveLength(20)
      seen.push(...idsIn(page))
      before = page.next
    }
    expect(new Set(seen).size).toBe(600)
    expect(seen).toEqual([...seen].sort().reverse())
  })

  it.each(['lookup_log', 'lookup_archive'])('is read from %s by its index, in order', async (table) => {
    const query = `select * from ${table} where subject = 'x' and id < 'z' and id >= '' order by id desc limit 21`
    const plan = await raw(dialect === 'sqlite' ? `explain query plan ${query}` : `explain ${query}`)
    const text = JSON.stringify(plan)
    expect(text).toContain(`${table}_subject`)
    expect(text).not.toMatch(/temp b-tree|sort/i)
    expect(await looksAbout(read(), { subject }, 21)).toHaveLength(21)
  })

  it('can be narrowed to a department and to a time', async () => {
    const tax = await see(elder, { unit: 'tax' })
    expect(new Set(tax.cards.flatMap(({ lines }) => lines.map(({ department }) => department)))).toEqual(
      new Set(['国家税务总局云溪市税务局']),
    )
    const month = await see(elder, { period: 'month', before: newId(at(29 * 24)) })
    expect(idsIn(month).length).toBeGreaterThan(0)
    expect(month.cards.every((card) => card.at > world.now() - 31 * DAY_MS)).toBe(true)
    expect(await see(elder, { period: 'month', before: newId(at(31 * 24)) })).toMatchObject({ cards: [] })
  })
})

describe('an enterprise', () => {
  it('is spoken of to whoever acts for one alone', async () => {
    const isTold = async (who: Asking) => (await look(who, (reading) => ownLooks(reading, {}))).hasEnterprise
    expect(await isTold(await world.as('agent'))).toBe(true)
    expect(await isTold(mother)).toBe(false)
  })

  it('shows who looked at it to whoever acts for it, and to nobody else', async () => {
    const agent = await world.as('agent')
    await matchPolicies(agent, { organisation: '' })
    const view = await look(agent, (reading) => enterpriseLooks(reading, {}))
    expect(view.organisation?.creditCode).toBe('91349901MA00000158')
    const [id = ''] = idsIn(view)
    expect(id).not.toBe('')
    const one = await look(agent, (reading) => readLook(reading, { lookup: id }))
    expect(one.organisation?.name).toBe(view.organisation?.name)
    expect(await refusalOf(look(mother, (reading) => readLook(reading, { lookup: id })))).toBe('not_found')
    const foreign = look(mother, (reading) =>
      enterpriseLooks(reading, { organisation: view.organisation?.id }),
    )
    expect(await refusalOf(foreign)).toBe('not_found')
  })
})
