import { describe, expect, it } from 'vitest'
import { holds, judge, factsFrom, mayHold, type Facts } from '#shared/rules/judge.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { LifeEvent } from '#shared/catalog/documents.ts'
import { emptyDraft, type DraftContent } from '#shared/forms/draft.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { readCity } from '../../../db/city/load.ts'

const city = readCity()
const event = city.lifeEvents.find((each) => each.code === 'newborn')
if (!event) throw new Error('the city has no newborn life event')
const elements = Object.fromEntries(city.elements.map((element) => [element.code, element]))
const parts = city.items.filter(({ code }) => event.items.some(({ item }) => item === code))

type Known = Record<string, FactValue>

function factsOf(known: Known): Facts {
  return factsFrom(known, { kind: 'person' })
}

/** Asks the registers in waves, as the exchange does, and adds what they answer. */
function lookUp(known: Known, plans = event?.lookups ?? []): Known {
  const all = { ...known }
  const done = new Set<number>()
  for (let before = -1; before !== done.size;) {
    before = done.size
    plans.forEach((plan, index) => {
      const asks = Object.entries(plan.ask)
      if (done.has(index) || !holds(plan.when, factsOf(all))) return
      if (asks.some(([, element]) => all[element] === undefined)) return
      done.add(index)
      const rows = city.registers.find((each) => each.resource === plan.resource)?.rows ?? []
      const row = rows.find((each) => asks.every(([parameter, element]) => each[parameter] === all[element]))
      for (const [element, field] of Object.entries(plan.gives)) {
        const value = row?.[field]
        if (value !== undefined && all[element] === undefined) all[element] = value
      }
    })
  }
  return all
}

const ANSWERS: Known = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': false,
  'situation.married': true,
  'situation.householdWith': 'mother',
  'situation.extras': ['medical-insurance', 'social-security-card', 'vaccination-record'],
}

function startOf(login: string, answers: Known): Known {
  const residentId = city.accounts.accounts.find((account) => account.login === login)?.residentId
  const person = city.people.find((each) => each.residentId === residentId)
  if (!person?.phone) throw new Error(`no account ${login}`)
  const account = {
    'applicant.name': person.name,
    'applicant.residentId': person.residentId,
    'applicant.phone': person.phone,
  }
  return { ...answers, ...account }
}

/** What follows from what is known, as the form fills it in. */
function infer(known: Known): Known {
  const given = Object.entries(known).map(
    ([code, value]) => [code, { value, source: { kind: 'account' as const }, locked: false }] as const,
  )
  const content: DraftContent = { ...emptyDraft(), knowns: Object.fromEntries(given) }
  inferAnew({ lifeEvent: event as LifeEvent, elements }, content, '2026-11-23')
  return Object.fromEntries(Object.entries(content.knowns).map(([code, { value }]) => [code, value]))
}

/** Elements on pages that are needed and still unknown. */
function toType(known: Known): string[] {
  const facts = factsOf(known)
  const items = parts.filter((item) =>
    event?.items.some((bundled) => bundled.item === item.code && holds(bundled.include, facts)),
  )
  const needed = new Set(
    items.flatMap((item) => item.needs.filter((need) => holds(need.when, facts)).map((need) => need.element)),
  )
  const pages = event?.pages.flatMap((page) => page.elements) ?? []
  return pages.filter((code) => needed.has(code) && known[code] === undefined)
}

describe('the newborn life event', () => {
  it.each(['mother01', 'mother05', 'mother08'])('leaves %s few facts to type', (login) => {
    expect(toType(infer(lookUp(startOf(login, ANSWERS))))).toEqual([
      'father.phone',
      'child.name',
      'card.bank',
      'vaccination.clinic',
      'delivery.mode',
    ])
  })

  it('asks the ethnicity only when the parents’ differ', () => {
    expect(toType(infer(lookUp(startOf('mother01', ANSWERS))))).not.toContain('child.ethnicity')
    expect(toType(infer(lookUp(startOf('lin', ANSWERS))))).toContain('child.ethnicity')
  })

  it('knows mother or father from the account, and son or daughter from the register', () => {
    const { 'applicant.relation': _said, ...unsaid } = ANSWERS
    const relation = (login: string, gender: string) =>
      infer({ ...startOf(login, unsaid), 'applicant.gender': gender })['applicant.relation']
    expect([relation('mother01', 'female'), relation('father', 'male')]).toEqual(['mother', 'father'])
    expect(infer(lookUp(startOf('mother01', ANSWERS)))['household.relationToHead']).toBe('daughter')
    expect(infer(lookUp(startOf('mother02', ANSWERS)))['household.relationToHead']).toBe('son')
    const grandparents = { ...lookUp(startOf('mother02', ANSWERS)), 'household.parentRelation': 'daughter' }
    expect(infer(grandparents)['household.relationToHead']).toBe('maternal-grandson')
  })

  it('asks the dates and the cost of the stay of nobody whose hospital knows them', () => {
    const known = lookUp(
      startOf('mother01', {
        ...ANSWERS,
        'situation.extras': ['maternity-reimbursement'],
        'situation.costSettled': false,
      }),
    )
    expect(toType(infer(known)).filter((code) => code.startsWith('reimbursement.'))).toEqual([
      'reimbursement.bankCard',
    ])
  })

  it('fills the same form for a father who applies', () => {
    const known = lookUp(
      startOf('father', { ...ANSWERS, 'applicant.relation': 'father', 'situation.householdWith': 'father' }),
    )
    expect(known['mother.name']).toBe('何予安')
    expect(known['child.birthTime']).toBe('2026-11-03T21:15')
    expect(toType(known)).toContain('mother.phone')
  })

  it('takes the baby’s name from the birth record where it has one', () => {
    const known = lookUp(startOf('mother09', ANSWERS))
    expect(known['child.name']).toBe('陈𠮷安')
  })

  it('asks a mother without a marriage record for the father by hand', () => {
    expect(toType(lookUp(startOf('mother11', ANSWERS)))).toEqual(
      expect.arrayContaining(['father.name', 'father.residentId', 'marriage.certificateNo']),
    )
  })

  it('can be filled in by hand altogether when no register answers', () => {
    const derived = new Set(city.elements.filter((element) => element.derive).map((element) => element.code))
    const outputs = new Set(parts.flatMap((item) => (item.outputs ?? []).map((output) => output.element)))
    const situations = new Set(event.situations.map((situation) => situation.element))
    const pages = new Set(event.pages.flatMap((page) => page.elements))
    const unreachable = parts
      .flatMap((item) => item.needs.map((need) => need.element))
      .filter((code) => !pages.has(code) && !situations.has(code) && !derived.has(code) && !outputs.has(code))
    expect(unreachable).toEqual([])
  })

  it('makes merging real: far fewer facts are asked than the guides ask one by one', () => {
    const alone = parts.flatMap((item) => item.needs)
    const merged = new Set(alone.map((need) => need.element))
    expect(alone.length).toBeGreaterThan(2 * merged.size)
    expect(parts.reduce((sum, item) => sum + item.trips.alone, 0)).toBeGreaterThan(7)
    expect(parts.reduce((sum, item) => sum + item.trips.bundled, 0)).toBe(0)
  })

  it('sends the household and what waits for it to the counter for a grandparent’s household', () => {
    const facts = factsOf({ ...ANSWERS, 'situation.householdWith': 'grandparent' })
    const effects = event.situations.flatMap((situation) => situation.effects ?? [])
    const counter = effects.flatMap((each) =>
      each.effect === 'counterOnly' && mayHold(each.when, facts) ? [each] : [],
    )
    expect(counter.flatMap((each) => each.items)).toEqual([
      'household-registration',
      'medical-insurance',
      'social-security-card',
    ])
  })

  it('has exactly one item that is granted by rule, and only on a known birth record', () => {
    const instant = parts.filter((item) => item.instant)
    expect(instant.map((item) => item.code)).toEqual(['vaccination-record'])
    const rule = instant[0]?.instant?.rule
    if (!rule) throw new Error('no rule')
    const known = { ...lookUp(startOf('mother02', ANSWERS)), 'child.ageDays': 12 }
    expect(judge(rule, factsOf(known)).verdict).toBe('yes')
    expect(judge(rule, factsOf({ 'child.ageDays': 12 })).verdict).toBe('no')
    expect(judge(rule, factsOf({ ...known, 'child.ageDays': 365 })).verdict).toBe('no')
  })
})

describe('the policies', () => {
  function verdicts(creditCode: string) {
    const known = lookUp({ 'enterprise.creditCode': creditCode }, city.enterpriseProfile)
    return Object.fromEntries(
      city.policies.map((policy) => [policy.code, judge(policy.rule, factsOf(known)).verdict]),
    )
  }

  it('show the agent’s enterprise one match, one miss and one unknown', () => {
    const agent = city.accounts.accounts.find((account) => account.login === 'agent')
    expect(verdicts(agent?.mandates?.[0]?.creditCode ?? '')).toEqual({
      P001: 'yes',
      P002: 'unknown',
      P003: 'no',
    })
  })

  it('fall out all three ways over the enterprises of the city', () => {
    const all = city.enterprises.map((enterprise) => verdicts(enterprise.creditCode))
    for (const policy of city.policies)
      expect(new Set(all.map((each) => each[policy.code]))).toEqual(new Set(['yes', 'no', 'unknown']))
  })

  it('are in force on the day of the demo city and name a clause for every condition', () => {
    for (const policy of city.policies) {
      expect(policy.validFrom <= '2026-11-23' && policy.validTo >= '2026-11-23').toBe(true)
      expect(JSON.stringify(policy.rule).split('"element"').length).toBe(
        JSON.stringify(policy.rule).split('"clause"').length,
      )
    }
  })
})
