import { describe, expect, it } from 'vitest'
import { neededAgreements } from '../../../shared/agreements/needed.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const FULL = {
  'enterprise.type': 'company',
  'opening.holderCount': 'several',
  'opening.investorOrigin': 'domestic',
  'opening.licensedFirst': 'none',
  'opening.representativeIs': 'applicant',
  'opening.addressMode': 'owned',
  'opening.extras': ['seal', 'tax', 'social-insurance', 'medical', 'housing-fund', 'bank'],
}
const OPENER = {
  'investor.name': '江望舒',
  'investor.residentId': '349902199005169040',
  'investor.phone': '14009100004',
  'investor.amount': '600000',
  'investor.share': '60',
  'investor.paidBy': '2030-12-31',
}
const OTHER = {
  'investor.name': '叶知秋',
  'investor.residentId': '349902198812039053',
  'investor.phone': '14009100005',
  'investor.amount': '400000',
  'investor.share': '40',
  'investor.paidBy': '2030-12-31',
}

type Change = Parameters<typeof knownDraft>[2]

function draftOf(change: Change = {}, login = 'opener') {
  return knownDraft('company-opening', login, { ...FULL, ...change })
}

/** The fields beside which a cross check finds fault. */
function faults(change: Change): string[] {
  const { bundle: found, facts } = draftOf({ 'enterprise.capital': '1000000', ...change })
  return (found.lifeEvent.checks ?? [])
    .filter(({ rule }) => judge(rule, facts).verdict === 'no')
    .map(({ message }) => message.en)
}

describe('starting a company', () => {
  it('knows who starts it and where: the account, the population and the property register', () => {
    const { facts, toType } = draftOf()
    expect(facts('enterprise.legalRepresentative')?.value).toBe('江望舒')
    expect(facts('enterprise.representativePhone')?.value).toBe('14009100004')
    expect(facts('enterprise.address')?.value).toContain('云溪商务楼')
    expect(toType).not.toContain('opening.directorName')
    expect(toType).toContain('enterprise.name')
  })

  it('asks at most a quarter of what the guides of its seven items ask one by one', () => {
    const { items, facts } = savingsOf(bundle('company-opening'))
    expect(items).toBe(7)
    expect(facts.before).toBeGreaterThanOrEqual(120)
    expect(facts.after / facts.before).toBeLessThanOrEqual(0.25)
  })

  it('never asks for the credit code, which the registration gives', () => {
    const { needs, bundle: found } = draftOf()
    expect(needs.has('enterprise.creditCode')).toBe(false)
    expect(found.items['company-registration']?.outputs?.[0]?.element).toBe('enterprise.creditCode')
  })

  it('takes only the registration from whoever wants nothing else', () => {
    expect(draftOf({ 'opening.extras': [] }).itemCodes).toEqual(['company-registration'])
  })

  it('sends investors from abroad to the counter, with everything that waits for the registration', () => {
    const { itemCodes, plan } = draftOf({ 'opening.investorOrigin': 'foreign' })
    expect(itemCodes).toEqual([])
    expect(plan.counter).toHaveLength(7)
  })

  it('asks for the approval that must be had before', () => {
    expect(draftOf().toUpload).toEqual([])
    expect(draftOf({ 'opening.licensedFirst': 'needed' }).toUpload).toEqual(['prior-approval'])
  })

  it('has every investor sign but the one who applies, and a representative who is somebody else', () => {
    const { bundle: found, facts } = draftOf({
      'opening.investors': [OPENER, OTHER],
      'opening.representativeIs': 'other',
      'enterprise.legalRepresentative': OTHER['investor.name'],
      'enterprise.representativeResidentId': OTHER['investor.residentId'],
    })
    expect(neededAgreements(found, facts, false).map(({ role, name }) => `${role} ${name}`)).toEqual([
      'investors 叶知秋',
      'legal-representative 叶知秋',
    ])
  })

  it('asks no investors of an individual business', () => {
    const { needs } = draftOf({ 'enterprise.type': 'self-employed' })
    expect(needs.has('opening.investors')).toBe(false)
    expect(needs.has('enterprise.capital')).toBe(false)
  })

  it('finds shares that do not add up, too few shareholders and capital paid in too late', () => {
    expect(faults({ 'opening.investors': [OPENER, OTHER] })).toEqual([])
    expect(faults({ 'opening.investors': [OPENER, { ...OTHER, 'investor.share': '39.99' }] })).toEqual([
      'Shares must add up to 100%',
    ])
    expect(
      faults({
        'opening.investors': [
          {
            ...OPENER,
            'investor.share': '100',
            'investor.amount': '1000000',
            'investor.paidBy': '2031-11-24',
          },
        ],
      }),
    ).toEqual([
      'You chose 2 to 50 shareholders; please give at least two',
      'Capital of a limited company is paid in within five years',
    ])
  })

  it('refuses a name that is taken and a representative who is barred, and says what remains', () => {
    const taken = draftOf({ 'enterprise.name': '云溪青禾软件有限公司' }).plan.blocked
    const barred = draftOf({ 'opening.addressMode': 'commitment' }, 'barred').plan.blocked
    for (const blocked of [taken, barred]) {
      expect(blocked).toHaveLength(1)
      expect(blocked[0]?.way).toBeDefined()
    }
  })
})
