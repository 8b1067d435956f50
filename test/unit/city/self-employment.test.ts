import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import type { FactValue } from '../../../shared/rules/condition.ts'
import { factsFrom, holds, judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const GRADUATE = {
  'startup.needs': ['loan', 'subsidy'],
  'startup.personKind': 'graduate',
  'startup.loanSize': 'personal',
}
const FREELANCER = {
  'startup.needs': ['registration', 'flexible-insurance', 'flexible-subsidy'],
  'startup.form': 'sole-trader',
  'startup.personKind': 'hardship',
}

/** Whether an item may start once what it waits for is granted. */
function startOf(item: string, facts: Record<string, FactValue>): string {
  const found = bundle('self-employment').lifeEvent.items.find((each) => each.item === item)
  if (!found?.startWhen) throw new Error(`${item} starts without a rule`)
  return judge(found.startWhen.rule, factsFrom(facts, { kind: 'decision' })).verdict
}

describe('working for oneself', () => {
  it('finds the licence and the degree of a founder, who claims subsidy and loan', () => {
    const draft = knownDraft('self-employment', 'founder', GRADUATE)
    expect(draft.itemCodes).toEqual(['employment-registration', 'startup-subsidy', 'startup-loan'])
    expect(draft.plan.blocked).toEqual([])
    expect(draft.facts('business.monthsOpen')?.value).toBe(8)
    expect(draft.facts('applicant.graduatedOn')?.value).toBe('2024-06-30')
    expect(draft.toUpload).toEqual(['business-records'])
    expect(draft.toType).toEqual([
      'business.employees',
      'loan.amount',
      'loan.months',
      'loan.purpose',
      'loan.bank',
      'delivery.mode',
    ])
  })

  it('registers a freelancer and insures her, with nothing to hand in', () => {
    const draft = knownDraft('self-employment', 'freelancer', FREELANCER)
    expect(draft.itemCodes).toEqual([
      'sole-trader-registration',
      'employment-registration',
      'flexible-pension',
      'flexible-medical',
      'flexible-subsidy',
    ])
    expect(draft.plan.blocked).toEqual([])
    expect(draft.toUpload).toEqual([])
    expect(draft.facts('trader.divisionCode')?.value).toBe('349921')
  })

  it('registers employment at once by the register', () => {
    const { plan, facts } = knownDraft('self-employment', 'founder', GRADUATE)
    const atOnce = plan.items.filter(({ instant }) => instant && holds(instant.rule, facts))
    expect(atOnce.map(({ code }) => code)).toEqual(['employment-registration'])
  })

  it('leads who wants a company to the event for that', () => {
    const draft = knownDraft('self-employment', 'freelancer', { ...FREELANCER, 'startup.form': 'company' })
    expect(draft.plan.blocked[0]?.lifeEvent).toBe('company-opening')
  })

  it('does not promise a subsidy that cannot be had, and says why', () => {
    const reasons = (answers: Record<string, string | string[]>, login = 'founder'): string[] =>
      knownDraft('self-employment', login, answers).plan.out.flatMap(({ item, message }) =>
        message ? [item.code] : [],
      )
    expect(reasons({ ...GRADUATE, 'startup.personKind': 'other' })).toEqual(['startup-subsidy'])
    expect(reasons({ ...GRADUATE, 'startup.loanSize': 'enterprise' })).toEqual(['startup-loan'])
    expect(
      reasons({
        ...GRADUATE,
        'startup.needs': ['registration', 'subsidy'],
        'startup.form': 'sole-trader',
      }),
    ).toEqual(['startup-subsidy'])
    expect(reasons({ ...FREELANCER, 'startup.personKind': 'veteran' }, 'freelancer')).toEqual([
      'flexible-subsidy',
    ])
  })

  it('refuses insurance in flexible employment to who is insured by an employer', () => {
    const answers = { 'startup.needs': ['flexible-insurance'], 'startup.personKind': 'other' }
    const blocked = (login: string): number =>
      knownDraft('self-employment', login, answers).plan.blocked.length
    expect(blocked('personnel')).toBe(1)
    expect(blocked('freelancer')).toBe(0)
  })

  it('refuses who has reached the legal age, and lets in who has not', () => {
    const answers = { 'startup.needs': ['loan'], 'startup.personKind': 'other' }
    expect(knownDraft('self-employment', 'elder', answers).plan.blocked).toHaveLength(1)
    expect(knownDraft('self-employment', 'retiree', answers).plan.blocked).toEqual([])
  })

  it('starts the subsidy after six months in business and the loan up to 300,000 yuan', () => {
    const subsidy = { 'startup.personKind': 'veteran' }
    expect(startOf('startup-subsidy', { ...subsidy, 'business.monthsOpen': 5 })).toBe('no')
    expect(startOf('startup-subsidy', { ...subsidy, 'business.monthsOpen': 6 })).toBe('yes')
    expect(startOf('startup-loan', { 'loan.amount': 30_000_000 })).toBe('yes')
    expect(startOf('startup-loan', { 'loan.amount': 30_000_001 })).toBe('no')
  })

  it('asks less than a quarter of what the items ask one by one', () => {
    const { facts } = savingsOf(bundle('self-employment'))
    expect(facts.before).toBeGreaterThanOrEqual(90)
    expect(facts.after / facts.before).toBeLessThan(0.25)
  })
})
