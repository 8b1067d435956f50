import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { factsFrom, judge } from '../../../shared/rules/judge.ts'
import type { FactValue } from '../../../shared/rules/condition.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const NEW = {
  'situation.disabledApplicant': 'self',
  'situation.disabilityCertificate': 'new',
  'disability.kind': '4',
  'situation.disabilityBenefits': ['living', 'care', 'job', 'pension'],
  'situation.otherCareBenefits': ['none'],
}
const HAS_ONE = { ...NEW, 'situation.disabilityCertificate': 'none' }

/** Whether a benefit may start once the certificate is decided. */
function startOf(item: string, facts: Record<string, FactValue>): string {
  const rule = bundle('disability-services').lifeEvent.items.find((each) => each.item === item)?.startWhen
    ?.rule
  if (!rule) throw new Error(`${item} starts without a rule`)
  return judge(rule, factsFrom(facts, { kind: 'decision' })).verdict
}

describe('disability services', () => {
  it('takes certificate and all four benefits, with who it is and where the money goes already known', () => {
    const draft = knownDraft('disability-services', 'disabled', NEW)
    expect(draft.itemCodes).toHaveLength(5)
    expect(draft.plan.blocked).toEqual([])
    expect(draft.facts('disabled.name')?.value).toBe('闻人静')
    expect(draft.facts('bank.card')?.value).toMatch(/^623349/)
    expect(draft.facts('assistance.kind')?.value).toBe('minimum-living')
    expect(draft.toUpload.filter((code) => code !== 'medical-record')).toEqual(['disability-photo'])
    expect(draft.toType).toHaveLength(9)
    expect(draft.plan.procedures.map(({ procedure }) => procedure.code)).toEqual(['assessment'])
  })

  it('needs neither photo nor assessment of who has a certificate', () => {
    const draft = knownDraft('disability-services', 'disabled2', HAS_ONE)
    expect(draft.itemCodes).not.toContain('disability-certificate')
    expect(draft.facts('disability.level')?.value).toBe('2')
    expect(draft.toUpload).toEqual([])
    expect(draft.toType).toEqual([
      'care.longTerm',
      'pension.joined',
      'job.education',
      'job.wish',
      'delivery.mode',
    ])
  })

  it('starts a benefit on the level that was found, and ends it on another', () => {
    const found = (level: string) => ({
      'situation.disabilityCertificate': 'new',
      'disability.newLevel': level,
    })
    expect(startOf('disability-care-allowance', found('2'))).toBe('yes')
    expect(startOf('disability-care-allowance', found('3'))).toBe('no')
    expect(startOf('disability-pension-aid', found('4'))).toBe('no')
    const held = { 'situation.disabilityCertificate': 'renew', 'disability.level': '3' }
    expect(startOf('disability-care-allowance', held)).toBe('no')
    expect(startOf('disability-living-allowance', { 'assistance.kind': 'low-income' })).toBe('no')
    expect(startOf('disability-employment', { 'disabled.age': 60 })).toBe('no')
  })

  it.each([
    [['destitute'], ['disability-certificate', 'disability-employment', 'disability-pension-aid']],
    [['work-injury'], ['disability-certificate', 'disability-employment', 'disability-pension-aid']],
    [
      ['orphan'],
      [
        'disability-certificate',
        'disability-care-allowance',
        'disability-employment',
        'disability-pension-aid',
      ],
    ],
  ])('leaves out the allowances that %j excludes', (benefits, left) => {
    const draft = knownDraft('disability-services', 'disabled', {
      ...NEW,
      'situation.otherCareBenefits': benefits,
    })
    expect(draft.itemCodes).toEqual(left)
  })

  it('says so when nothing is left to apply for, instead of leading to an empty application', () => {
    const none = { ...HAS_ONE, 'situation.disabilityBenefits': [] }
    const excluded = {
      ...HAS_ONE,
      'situation.disabilityBenefits': ['living'],
      'situation.otherCareBenefits': ['orphan'],
    }
    for (const answers of [none, excluded]) {
      const { plan } = knownDraft('disability-services', 'disabled2', answers)
      expect(plan.items).toEqual([])
      expect(plan.blocked).toHaveLength(1)
    }
  })

  it('lets nobody but the guardian apply for an intellectual disability', () => {
    const minds = { ...NEW, 'disability.kind': '5' }
    expect(knownDraft('disability-services', 'disabled', minds).plan.blocked).toHaveLength(1)
    const guardian = knownDraft('disability-services', 'guardian', {
      ...minds,
      'situation.disabledApplicant': 'guardian',
    })
    expect(guardian.plan.blocked).toEqual([])
    expect(guardian.facts('disabled.name')?.value).toBe('池小舟')
    expect(guardian.toUpload).not.toContain('guardianship-proof')
  })

  it('asks the disabled person to agree when somebody else was asked to apply', () => {
    const { participants = [] } = bundle('disability-services').lifeEvent
    const agent = knownDraft('disability-services', 'disabled', {
      ...NEW,
      'situation.disabledApplicant': 'agent',
    })
    expect(participants.map(({ when }) => when && judge(when, agent.facts).verdict)).toEqual(['yes'])
    expect(agent.toUpload).toContain('disability-authorisation')
    expect(agent.toType).toContain('disabled.residentId')
  })

  it('gives no new certificate within a year of a cancellation', () => {
    const { plan, facts } = knownDraft('disability-services', 'cancelled', NEW)
    expect(facts('disability.cancelledMonths')?.value).toBe(4)
    expect(plan.blocked.map(({ message }) => message.en)).toEqual([
      'The earlier certificate was cancelled less than a year ago, so a new one cannot be had yet.',
    ])
  })

  it('asks for less than a fifth of what five guides ask', () => {
    const { items, facts } = savingsOf(bundle('disability-services'))
    expect(items).toBe(5)
    expect(facts.after / facts.before).toBeLessThan(0.2)
  })
})
