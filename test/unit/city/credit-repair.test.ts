import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const PENALTY = {
  'situation.creditRecord': 'penalty',
  'situation.dutiesDone': 'yes',
  'situation.restructured': 'no',
}

describe('credit repair', () => {
  it.each([
    ['credit', 'penalty', 'penalty-repair'],
    ['abnormal', 'abnormal', 'list-removal'],
    ['taxpayer', 'tax-credit', 'tax-credit-repair'],
  ])('for %s lets the authority of a record of kind %s decide it, by %s', (login, kind, item) => {
    const draft = knownDraft('credit-repair', login, { ...PENALTY, 'situation.creditRecord': kind })
    expect(draft.itemCodes).toEqual(['credit-repair-application', item, 'credit-repair-sync'])
    expect(draft.plan.blocked).toEqual([])
  })

  it('finds the record and leaves what has been put right to type', () => {
    const draft = knownDraft('credit-repair', 'credit', PENALTY)
    expect(draft.facts('penalty.documentNo')?.value).toBe('云溪市监处罚〔2026〕15号')
    expect(draft.facts('penalty.publishedMonths')?.value).toBe(5)
    expect(draft.toType).toEqual([
      'repair.contactEmail',
      'repair.fulfilledOn',
      'repair.fine',
      'repair.description',
      'delivery.mode',
    ])
    expect(draft.toUpload).toEqual(['duty-proof'])
  })

  it.each([
    ['minor', 'general', '2026-11-20', 'yes'],
    ['ordinary', 'general', '2026-08-23', 'yes'],
    ['ordinary', 'general', '2026-08-24', 'no'],
    ['ordinary', 'fire', '2026-08-23', 'no'],
    ['serious', 'general', '2025-11-24', 'no'],
    ['serious', 'safety', '2025-11-23', 'yes'],
  ])('judges a %s breach in %s, published since %s: %s', (seriousness, field, since, verdict) => {
    const { facts } = knownDraft('credit-repair', 'abnormal', {
      ...PENALTY,
      'penalty.seriousness': seriousness,
      'penalty.field': field,
      'penalty.publishedFrom': since,
    })
    const rule = bundle('credit-repair').lifeEvent.eligibility[1]?.rule
    expect(rule && judge(rule, facts).verdict).toBe(verdict)
  })

  it('repairs nothing too early nor before the duties are done, and says what remains', () => {
    const early = knownDraft('credit-repair', 'too-early', PENALTY)
    const undone = knownDraft('credit-repair', 'credit', { ...PENALTY, 'situation.dutiesDone': 'partial' })
    for (const { plan } of [early, undone]) {
      expect(plan.blocked).toHaveLength(1)
      expect(plan.blocked[0]?.way).toBeDefined()
    }
  })

  it('wants the legal representative’s word from any agent but the representative', () => {
    const [participant] = bundle('credit-repair').lifeEvent.participants ?? []
    const own = knownDraft('credit-repair', 'credit', PENALTY)
    expect(participant?.when && judge(participant.when, own.facts).verdict).toBe('no')
    const agent = (code: string) =>
      code === 'applicant.residentId'
        ? { value: 'another', source: { kind: 'account' as const } }
        : own.facts(code)
    expect(participant?.when && judge(participant.when, agent).verdict).toBe('yes')
  })

  it('takes the court’s ruling of an enterprise under restructuring', () => {
    const draft = knownDraft('credit-repair', 'credit', { ...PENALTY, 'situation.restructured': 'yes' })
    expect(draft.toUpload).toEqual(['court-ruling', 'duty-proof'])
  })

  it('asks for a seventh of what three guides ask', () => {
    const { items, facts } = savingsOf(bundle('credit-repair'))
    expect(items).toBe(3)
    expect(facts.after / facts.before).toBeLessThan(0.15)
  })
})
