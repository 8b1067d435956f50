import { describe, expect, it } from 'vitest'
import { refutedChecks } from '../../../shared/forms/cross-checks.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { holds } from '../../../shared/rules/judge.ts'
import { knownDraft } from '../../support/known-draft.ts'
import { bundle } from '../../support/published.ts'

const SMALL = {
  'situation.utilities': ['water', 'power'],
  'situation.utilityUser': 'enterprise',
  'situation.outsideLine': 'no',
}
const LONG = {
  ...SMALL,
  'situation.utilities': ['water', 'drain', 'power', 'gas', 'net', 'tv'],
  'situation.outsideLine': 'yes',
  'situation.lineTouches': ['road', 'green'],
}

describe('utilities', () => {
  it('connects what was ticked and nothing else, with the site known from the registers', () => {
    const draft = knownDraft('utilities', 'builder', SMALL)
    expect(draft.itemCodes).toEqual(['water-connection', 'power-connection'])
    expect(draft.facts('site.address')?.value).toBe('云溪市东山区石桥镇石桥社区工业路6号')
    expect(draft.toUpload).toEqual([])
    expect(draft.toType).toEqual([
      'water.pipe',
      'water.daily',
      'power.capacity',
      'power.voltage',
      'site.surveySlot',
      'site.connectBy',
      'delivery.mode',
    ])
  })

  it('takes a construction project from the register of projects', () => {
    const draft = knownDraft('utilities', 'builder', { ...SMALL, 'situation.utilityUser': 'project' })
    expect(draft.facts('project.code')?.value).toBe('2026-349902-33-01-930001')
    expect(draft.toUpload).toEqual([])
  })

  it('approves works outside once for all, with the plans that what they touch asks for', () => {
    const draft = knownDraft('utilities', 'builder', LONG)
    expect(draft.itemCodes).toHaveLength(7)
    expect(draft.toUpload).toEqual(['site-plan', 'traffic-plan', 'tree-plan', 'drainage-plan'])
    const { jointInspection } = bundle('utilities').lifeEvent
    expect(jointInspection?.items).toContain('outside-works')
  })

  it('needs no approval of works that touch nothing', () => {
    const draft = knownDraft('utilities', 'builder', { ...LONG, 'situation.lineTouches': ['none'] })
    expect(draft.itemCodes).not.toContain('outside-works')
  })

  it('promises more days for works outside and for much power', () => {
    const days = (item: string, answers: Record<string, string | string[]>) => {
      const { plan, facts } = knownDraft('utilities', 'builder', answers)
      const found = plan.items.find(({ code }) => code === item)
      return found?.promisedDaysIf?.find(({ when }) => holds(when, facts))?.days ?? found?.promisedDays
    }
    expect(days('water-connection', SMALL)).toBe(3)
    expect(days('water-connection', LONG)).toBe(5)
    expect(days('power-connection', { ...SMALL, 'power.capacity': '160' })).toBe(5)
    expect(days('power-connection', { ...SMALL, 'power.capacity': '160.5' })).toBe(15)
    expect(days('outside-works', { ...LONG, 'outside.length': '200' })).toBe(0)
    expect(days('outside-works', { ...LONG, 'outside.length': '201' })).toBe(2)
  })

  it('sees that voltage and power do not fit, and that more goes out than comes in', () => {
    const { facts } = knownDraft('utilities', 'builder', {
      ...LONG,
      'power.capacity': '200',
      'power.voltage': '380V',
      'water.daily': '10',
      'drainage.daily': '12',
      'situation.lineTouches': ['none', 'road'],
    })
    const refuted = refutedChecks(bundle('utilities').lifeEvent, facts)
    expect(refuted.flatMap(({ fields }) => fields)).toEqual([
      'situation.lineTouches',
      'power.voltage',
      'drainage.daily',
    ])
  })

  it('asks for a seventh of what seven guides ask', () => {
    const { items, facts, trips } = savingsOf(bundle('utilities'))
    expect(items).toBe(7)
    expect(facts.after / facts.before).toBeLessThan(0.17)
    expect(trips).toEqual({ before: 16, after: 0 })
  })
})
