import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import type { FactValue } from '../../../shared/rules/condition.ts'
import { factsFrom, holds, judge } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const SELF = {
  'situation.retirementBy': 'self',
  'situation.retirementKind': 'normal',
  'situation.deemedYears': 'no',
  'situation.takeFund': 'yes',
  'situation.oneChild': 'no',
  'situation.medicalYears': 'auto',
}
const WORKER = {
  ...SELF,
  'situation.retirementBy': 'employer',
  'retiree.name': '祝秋月',
  'retiree.residentId': '349901197603209027',
}
const PRODUCTION = { ...WORKER, 'retiree.post': 'production' }

function blocks(login: string, answers: Record<string, string>): string[] {
  return knownDraft('retirement', login, answers).plan.blocked.map(({ message }) => message.zh.slice(0, 6))
}

/** The verdicts of the checks that concern the chosen month. */
function monthFits(kind: string, month: string): boolean {
  const facts: Record<string, FactValue> = {
    'situation.retirementKind': kind,
    'retirement.earliestMonth': '2023-12',
    'retirement.legalMonth': '2026-12',
    'retirement.latestMonth': '2029-12',
    'retirement.chosenMonth': month,
  }
  return (bundle('retirement').lifeEvent.checks ?? []).every(
    ({ rule }) => judge(rule, factsFrom(facts, { kind: 'person' })).verdict !== 'no',
  )
}

describe('retiring', () => {
  it('works out the legal month of who is in flexible employment and leaves little to say', () => {
    const draft = knownDraft('retirement', 'retiree', SELF)
    expect(draft.plan.blocked).toEqual([])
    expect(draft.facts('retirement.legalMonth')?.value).toBe('2026-12')
    expect(draft.facts('retirement.minimumMonths')?.value).toBe(180)
    expect(draft.itemCodes).toEqual([
      'household-check',
      'pension-retirement',
      'medical-retirement',
      'housing-fund-retirement',
    ])
    expect(draft.toType).toEqual(['pension.payTo', 'delivery.mode'])
    expect(draft.toUpload).toEqual([])
  })

  it('needs the post of a woman, asked by her employer, who closes the fund as well', () => {
    const draft = knownDraft('retirement', 'personnel', WORKER)
    expect(draft.toType).toContain('retiree.post')
    expect(draft.facts('retirement.legalMonth')).toBeUndefined()
    expect(draft.itemCodes).toContain('housing-fund-seal')
    expect(draft.facts('employer.name')?.value).toBe('云溪织锦纺织有限公司')
    const told = knownDraft('retirement', 'personnel', PRODUCTION)
    expect(told.facts('retirement.legalMonth')?.value).toBe('2026-11')
    expect(told.plan.blocked).toEqual([])
  })

  it('lets the employee sign what the employer applies for, and nobody else who applies alone', () => {
    const [employee] = bundle('retirement').lifeEvent.participants ?? []
    expect(employee?.signs).toEqual(['retirement-application'])
    expect(holds(employee?.when, knownDraft('retirement', 'personnel', PRODUCTION).facts)).toBe(true)
    expect(holds(employee?.when, knownDraft('retirement', 'retiree', SELF).facts)).toBe(false)
  })

  it('refuses who is far from the legal month, who has contributed too little, and who has a pension', () => {
    expect(blocks('early', SELF)).toEqual(['离法定退休时间'.slice(0, 6)])
    expect(blocks('personnel', { ...PRODUCTION, 'retiree.post': 'management' })).toEqual([
      '离法定退休时间'.slice(0, 6),
    ])
    const { eligibility } = bundle('retirement').lifeEvent
    const verdicts = (facts: Record<string, FactValue>): string[] =>
      eligibility.map(({ rule }) => judge(rule, factsFrom(facts, { kind: 'exchange' })).verdict)
    expect(
      verdicts({
        'situation.retirementKind': 'normal',
        'retirement.applyFrom': '2026-11',
        'calendar.today': '2026-11-23',
        'pension.months': 179,
        'retirement.minimumMonths': 180,
        'pension.status': 'receiving',
      }),
    ).toEqual(['yes', 'no', 'no'])
  })

  it('opens three months before the legal month', () => {
    const [rule] = bundle('retirement').lifeEvent.eligibility
    const verdict = (today: string): string | undefined =>
      rule &&
      judge(
        rule.rule,
        factsFrom(
          {
            'situation.retirementKind': 'normal',
            'retirement.applyFrom': '2026-11',
            'calendar.today': today,
          },
          { kind: 'derived' },
        ),
      ).verdict
    expect([verdict('2026-10-31'), verdict('2026-11-01')]).toEqual(['no', 'yes'])
  })

  it('asks for the finding before hazardous work or illness, for the archive where old years count', () => {
    const early = knownDraft('retirement', 'retiree', { ...SELF, 'situation.retirementKind': 'special-work' })
    expect(early.toUpload).toEqual(['approval-conclusion'])
    expect(early.plan.notices.map(({ zh }) => zh).join()).toContain('公示无异议')
    const old = knownDraft('retirement', 'retiree', { ...SELF, 'situation.deemedYears': 'yes' })
    expect(old.toUpload).toEqual(['personnel-archive'])
    expect([...old.plan.originals.keys()]).toEqual(['personnel-archive'])
    expect(old.plan.procedures.map(({ procedure }) => procedure.code)).toEqual(['archive-review'])
  })

  it('takes elastic months within three years only, on the right side of the legal month', () => {
    expect(monthFits('elastic-early', '2026-11')).toBe(true)
    expect(monthFits('elastic-early', '2023-11')).toBe(false)
    expect(monthFits('elastic-early', '2026-12')).toBe(false)
    expect(monthFits('elastic-late', '2029-12')).toBe(true)
    expect(monthFits('elastic-late', '2030-01')).toBe(false)
  })

  it('does not pay out the housing fund while its loan is open', () => {
    const rule = bundle('retirement').lifeEvent.items.find(({ item }) => item === 'housing-fund-retirement')
    const verdict = (open: boolean): string | undefined =>
      rule?.startWhen &&
      judge(rule.startWhen.rule, factsFrom({ 'fund.loanOpen': open }, { kind: 'exchange' })).verdict
    expect([verdict(true), verdict(false)]).toEqual(['no', 'yes'])
  })

  it('asks less than a fifth of what the items ask one by one', () => {
    const { facts } = savingsOf(bundle('retirement'))
    expect(facts.before).toBeGreaterThanOrEqual(90)
    expect(facts.after / facts.before).toBeLessThan(0.2)
  })
})
