import { describe, expect, it } from 'vitest'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { holds } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const LOCAL = {
  'situation.schoolStage': 'primary',
  'situation.enrolmentKind': 'both',
  'situation.dwellingKind': 'own',
  'situation.siblingInSchool': 'no',
}
const MIGRANT = { ...LOCAL, 'situation.enrolmentKind': 'migrant', 'situation.dwellingKind': 'lease' }

describe('school enrolment', () => {
  it('checks household and home of a local family and leaves next to nothing to type', () => {
    const draft = knownDraft('school-enrolment', 'pupil', LOCAL)
    expect(draft.itemCodes).toEqual([
      'pupil-registration',
      'pupil-household-check',
      'pupil-estate-check',
      'school-admission',
    ])
    expect(draft.facts('pupil.applicantRelation')?.value).toBe('mother')
    expect(draft.facts('school.zone')?.value).toBe('东山学区')
    expect(draft.facts('school.firstChoice')?.value).toBe('dongshan-primary')
    expect(draft.toUpload).toEqual([])
    expect(draft.plan.blocked).toEqual([])
    expect(draft.toType).toEqual([
      'guardian2.phone',
      'pupil.health',
      'school.secondChoice',
      'school.thirdChoice',
      'school.acceptOther',
      'delivery.mode',
    ])
  })

  it('checks permit and insurance of a migrant family, whose catchment follows from where it lives', () => {
    const draft = knownDraft('school-enrolment', 'migrant', MIGRANT)
    expect(draft.itemCodes).toEqual([
      'pupil-registration',
      'pupil-household-check',
      'residence-permit-check',
      'pupil-insurance-check',
      'school-admission',
    ])
    expect(draft.facts('school.zone')?.value).toBe('文昌学区')
    expect(draft.facts('dwelling.leaseNo')?.value).toBe('ZL349901202500094')
    // Their household register is elsewhere, so it is asked and its pages are handed in.
    expect(draft.toType).toContain('pupil.householdNo')
    expect(draft.toUpload).toEqual(['pupil-household-book'])
  })

  it('grants the checks by rule where a register says so, and leaves the rest to a reviewer', () => {
    const byRule = (login: string, answers: Record<string, string>) => {
      const { plan, facts } = knownDraft('school-enrolment', login, answers)
      return plan.items.flatMap(({ code, instant }) => (instant && holds(instant.rule, facts) ? [code] : []))
    }
    expect(byRule('pupil', LOCAL)).toEqual([
      'pupil-registration',
      'pupil-household-check',
      'pupil-estate-check',
    ])
    expect(byRule('migrant', MIGRANT)).toEqual([
      'pupil-registration',
      'residence-permit-check',
      'pupil-insurance-check',
    ])
  })

  it('brings the student number of a child who leaves primary school', () => {
    const draft = knownDraft('school-enrolment', 'middle', { ...LOCAL, 'situation.schoolStage': 'middle' })
    expect(draft.facts('pupil.studentNo')?.value).toMatch(/^G3499/)
    expect(draft.facts('pupil.previousSchool')?.value).toBe('临溪小学')
    expect(draft.plan.blocked).toEqual([])
  })

  it('refuses a child of five, another guardian, and a child from abroad, each with a way', () => {
    const young = knownDraft('school-enrolment', 'pupil', {
      ...LOCAL,
      'pupil.residentId': '349901202110010021',
    })
    const other = knownDraft('school-enrolment', 'pupil', { ...LOCAL, 'pupil.applicantRelation': 'other' })
    const abroad = knownDraft('school-enrolment', 'pupil', {
      ...LOCAL,
      'situation.enrolmentKind': 'hk-macao-taiwan',
    })
    expect(young.plan.blocked.map(({ message }) => message.zh)).toEqual([
      '孩子到 2027 年 8 月 31 日还不满六周岁，明年再来登记。',
    ])
    for (const { plan } of [young, other, abroad]) {
      expect(plan.blocked).toHaveLength(1)
      expect(plan.blocked[0]?.way).toBeDefined()
    }
  })

  it('asks for the contract of a home just bought and for the original proof of a privilege', () => {
    const bought = knownDraft('school-enrolment', 'pupil', { ...LOCAL, 'situation.dwellingKind': 'contract' })
    expect(bought.toUpload).toEqual(['purchase-contract'])
    expect(bought.itemCodes).not.toContain('pupil-estate-check')
    const privileged = knownDraft('school-enrolment', 'pupil', {
      ...LOCAL,
      'situation.enrolmentKind': 'policy',
    })
    expect(privileged.toUpload).toEqual(['policy-proof'])
    expect([...privileged.plan.originals.keys()]).toEqual(['policy-proof'])
  })

  it('takes applications today and decides in the window of the review', () => {
    const { windows = [], applyWindow, items } = bundle('school-enrolment').lifeEvent
    const apply = windows.find(({ code }) => code === applyWindow)
    expect(apply && apply.from <= '2026-11-23' && '2026-11-23' <= apply.to).toBe(true)
    const admission = items.find(({ item }) => item === 'school-admission')
    const review = windows.find(({ code }) => code === admission?.window)
    expect(review && apply && review.from > apply.to).toBe(true)
  })

  it('asks for a tenth of what six guides ask', () => {
    const { items, facts, trips } = savingsOf(bundle('school-enrolment'))
    expect(items).toBe(6)
    expect(facts.after / facts.before).toBeLessThan(0.15)
    expect(trips).toEqual({ before: 7, after: 0 })
  })
})
