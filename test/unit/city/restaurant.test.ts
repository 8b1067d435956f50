import { describe, expect, it } from 'vitest'
import { neededAgreements } from '../../../shared/agreements/needed.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const FULL = {
  'situation.hasLicence': 'yes',
  'food.businessType': 'restaurant',
  'food.projects': ['hot', 'cold'],
  'situation.oilSmoke': 'yes',
  'premises.building': 'commercial',
  'premises.source': 'owned',
  'situation.publicVenue': 'yes',
  'situation.fireMode': 'commitment',
  'situation.signboard': 'yes',
  'situation.tobacco': 'yes',
  'premises.schoolDistance': 'far',
}

function draftOf(change: Record<string, string | string[]> = {}, login = 'restaurant') {
  return knownDraft('restaurant', login, { ...FULL, ...change })
}

function signers(change: Record<string, string | string[]> = {}, login = 'restaurant'): string[] {
  const { bundle: found, facts } = draftOf(change, login)
  return neededAgreements(found, facts, false).map(({ role, name }) => `${role} ${name}`)
}

describe('opening a restaurant', () => {
  it('asks the agent for little: the registers know the enterprise, the premises and the building', () => {
    const { toType, toUpload, facts } = draftOf()
    expect(facts('premises.area')?.value).toBe(360)
    expect(facts('premises.exits')?.value).toBe(3)
    expect(toType).toEqual([
      'food.managerResidentId',
      'shop.name',
      'premises.kitchenArea',
      'shop.seats',
      'food.managerName',
      'food.online',
      'food.staff',
      'sign.width',
      'sign.height',
      'sign.mode',
      'tobacco.kind',
      'delivery.mode',
    ])
    expect(toUpload).toEqual(['premises-layout', 'sign-picture'])
  })

  it('asks at most a quarter of what the guides of its five items ask one by one', () => {
    const { items, facts } = savingsOf(bundle('restaurant'))
    expect(items).toBe(5)
    expect(facts.before).toBeGreaterThanOrEqual(100)
    expect(facts.after / facts.before).toBeLessThanOrEqual(0.25)
  })

  it('takes a filing in place of the licence from whoever sells prepacked food only', () => {
    const { itemCodes } = draftOf({ 'food.projects': ['prepacked'] })
    expect(itemCodes).toContain('prepacked-food-filing')
    expect(itemCodes).not.toContain('food-licence')
    expect(draftOf({ 'food.projects': ['prepacked', 'bulk'] }).itemCodes).toContain('food-licence')
  })

  it.each(['mixed', 'residential'])(
    'refuses fumes in a building that is %s, and says what remains',
    (where) => {
      const [block] = draftOf({ 'premises.building': where }).plan.blocked
      expect(block?.source?.en).toContain('article 81')
      expect(block?.way).toBeDefined()
      expect(draftOf({ 'premises.building': where, 'situation.oilSmoke': 'no' }).plan.blocked).toEqual([])
    },
  )

  it('asks for proof of the flue where there are flats above', () => {
    expect(draftOf({ 'premises.building': 'mixed-with-duct' }).toUpload).toContain('flue-proof')
  })

  it('judges by the registered area whether whoever is unsure needs a fire check', () => {
    const unsure = { 'situation.publicVenue': 'unsure' }
    expect(draftOf(unsure).itemCodes).toContain('fire-safety-check')
    expect(draftOf({ ...unsure, 'premises.area': '299.5' }).itemCodes).not.toContain('fire-safety-check')
  })

  it('leaves the tobacco licence out near a school, and only that', () => {
    const { itemCodes, plan } = draftOf({ 'premises.schoolDistance': 'near' })
    expect(itemCodes).toHaveLength(4)
    expect(plan.out.find(({ item }) => item.code === 'tobacco-licence')?.message).toBeDefined()
  })

  it('sends whoever has no business licence to starting a company', () => {
    expect(draftOf({ 'situation.hasLicence': 'no' }).plan.blocked[0]?.lifeEvent).toBe('company-opening')
  })

  it('has the legal representative sign for an agent, and nobody for the representative', () => {
    expect(signers()).toEqual(['legal-representative 邵一鸣'])
    expect(signers({}, 'restaurant-head')).toEqual([])
  })

  it('has the shareholder sign who lends the premises, found by the resident id', () => {
    const lent = { 'premises.source': 'shareholder', 'premises.ownerResidentId': '349901197910059030' }
    expect(signers(lent)).toEqual(['legal-representative 邵一鸣', 'shareholder 贺云舟'])
    expect(draftOf(lent).facts('premises.estateNo')?.value).toContain('0091002')
  })
})
