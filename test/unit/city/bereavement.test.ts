import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import type { FactValue } from '../../../shared/rules/condition.ts'
import { factsFrom, holds, judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const EVERYTHING = {
  'deceased.relation': 'spouse',
  'situation.deathKind': 'hospital',
  'situation.cremated': 'yes',
  'situation.pensionKind': 'employee',
  'situation.closing': ['medical-account', 'housing-fund', 'driving-licence', 'subsidies'],
  'situation.heirs': 'single',
}
const SON = { ...EVERYTHING, 'deceased.relation': 'child' }
const FATHER = { 'deceased.name': '方守仁', 'deceased.residentId': '349901195003129016' }
const MONEY = ['pension-balance', 'medical-account-withdrawal', 'housing-fund-inheritance']

/** The items that a rule grants at once. */
function atOnce(answers: typeof EVERYTHING, login = 'widow'): string[] {
  const { plan, facts } = knownDraft('bereavement', login, answers)
  return plan.items.flatMap(({ code, instant }) => (instant && holds(instant.rule, facts) ? [code] : []))
}

/** The verdict of the check that stands beside a field. */
function verdictOf(field: string, facts: Record<string, FactValue>): string {
  const check = bundle('bereavement').lifeEvent.checks?.find(({ fields }) => fields[0] === field)
  if (!check) throw new Error(`nothing is checked beside ${field}`)
  return judge(check.rule, factsFrom(facts, { kind: 'person' })).verdict
}

describe('a death in the family', () => {
  it('knows from the registers nearly everything that a widow would have to say', () => {
    const draft = knownDraft('bereavement', 'widow', EVERYTHING)
    expect(draft.itemCodes).toHaveLength(9)
    expect(draft.plan.blocked).toEqual([])
    expect(draft.facts('deceased.name')?.value).toBe('方守仁')
    expect(draft.facts('deceased.diedOn')?.value).toBe('2026-11-12')
    expect(draft.facts('bank.accountName')?.value).toBe('乔玉兰')
    expect(draft.toType).toEqual(['delivery.mode'])
    expect(draft.toUpload).toEqual(['deceased-id-card'])
  })

  it('knows who died from the record that names the son as next of kin, and finds the rest with that', () => {
    expect(knownDraft('bereavement', 'son', SON).toType).toEqual(['delivery.mode'])
    expect(knownDraft('bereavement', 'son', { ...SON, ...FATHER }).toType).toEqual(['delivery.mode'])
  })

  it('asks a daughter whom no record names, and finds nothing with what she types', () => {
    const { toType, facts } = knownDraft('bereavement', 'daughter', { ...SON, ...FATHER })
    expect(toType).toContain('deceased.diedOn')
    expect(facts('deceased.pensionBalance')).toBeUndefined()
  })

  it('grants by rule what the registers prove, and leaves money to a reviewer', () => {
    expect(atOnce(EVERYTHING)).toEqual(['death-certificate', 'cremation-certificate', 'subsidy-stop'])
    expect(atOnce({ ...EVERYTHING, 'situation.cremated': 'no' })).not.toContain('cremation-certificate')
  })

  it('turns to the police for a death that was not natural, and says what lies ahead', () => {
    const draft = knownDraft('bereavement', 'widow', { ...EVERYTHING, 'situation.deathKind': 'abnormal' })
    expect(draft.itemCodes).toContain('death-certificate-police')
    expect(draft.itemCodes).not.toContain('death-certificate')
    expect(draft.itemCodes).toContain('household-cancellation')
    expect(draft.plan.procedures.map(({ procedure }) => procedure.code)).toEqual(['forensic-examination'])
  })

  it('takes the judgment instead of a certificate for who was declared dead', () => {
    const draft = knownDraft('bereavement', 'widow', { ...EVERYTHING, 'situation.deathKind': 'missing' })
    expect(draft.itemCodes).not.toContain('death-certificate')
    expect(draft.itemCodes).not.toContain('cremation-certificate')
    expect(draft.itemCodes).toContain('household-cancellation')
    expect(draft.toUpload).toContain('court-judgment')
  })

  it('pays by the insurance of the deceased', () => {
    const benefits = (kind: string): string[] =>
      knownDraft('bereavement', 'widow', { ...EVERYTHING, 'situation.pensionKind': kind }).itemCodes.filter(
        (code) => ['survivor-benefit', 'pension-balance'].includes(code),
      )
    expect(benefits('employee')).toEqual(['survivor-benefit', 'pension-balance'])
    expect(benefits('government')).toEqual(['survivor-benefit'])
    expect(benefits('resident')).toEqual(['pension-balance'])
    expect(benefits('none')).toEqual([])
  })

  it('holds back the estate, and only that, while the heirs disagree or a committee applies', () => {
    const dispute = knownDraft('bereavement', 'widow', { ...EVERYTHING, 'situation.heirs': 'dispute' })
    for (const code of MONEY) expect(dispute.itemCodes).not.toContain(code)
    expect(dispute.itemCodes).toContain('survivor-benefit')
    const committee = knownDraft('bereavement', 'widow', {
      ...EVERYTHING,
      'deceased.relation': 'committee',
    })
    expect(committee.itemCodes).toEqual([
      'death-certificate',
      'cremation-certificate',
      'household-cancellation',
      'driving-licence-cancellation',
      'subsidy-stop',
    ])
    expect(committee.steps.map(({ code }) => code)).not.toContain('s6')
  })

  it('refuses whoever is no relative, with a way', () => {
    const draft = knownDraft('bereavement', 'widow', { ...EVERYTHING, 'deceased.relation': 'other' })
    expect(draft.plan.blocked).toHaveLength(1)
    expect(draft.plan.blocked[0]?.way?.zh).toContain('居（村）民委员会')
  })

  it('asks for the other heirs, whose shares come to the whole and who each sign', () => {
    const agreed = { ...SON, ...FATHER, 'situation.heirs': 'agreed' }
    const { bundle: found, toType, materials } = knownDraft('bereavement', 'son', agreed)
    expect(toType).toEqual(['applicant.heirShare', 'heirs', 'delivery.mode'])
    expect(found.lifeEvent.participants?.[0]).toMatchObject({ each: 'heirs', signs: ['heirs-agreement'] })
    expect(materials).toContainEqual(expect.objectContaining({ state: 'sign' }))
    const shares = { 'situation.heirs': 'agreed' }
    expect(verdictOf('applicant.heirShare', { ...shares, 'heirs.totalShare': 100 })).toBe('yes')
    expect(verdictOf('applicant.heirShare', { ...shares, 'heirs.totalShare': 99.99 })).toBe('no')
  })

  it('pays to the applicant or another heir, and to nobody else', () => {
    const heirs = [{ 'heir.name': '方立言' }]
    const to = (name: string): string =>
      verdictOf('bank.accountName', { 'applicant.name': '方立行', 'bank.accountName': name, heirs })
    expect([to('方立行'), to('方立言'), to('方守仁')]).toEqual(['yes', 'yes', 'no'])
  })

  it('is solemn, and asks less than a tenth of what the items ask one by one', () => {
    const found = bundle('bereavement')
    expect(found.lifeEvent.solemn).toBe(true)
    const { facts, materials } = savingsOf(found)
    expect(facts.before).toBeGreaterThanOrEqual(130)
    expect(facts.after / facts.before).toBeLessThan(0.1)
    expect(materials.after).toBe(1)
  })
})
