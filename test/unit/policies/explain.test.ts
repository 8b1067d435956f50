import { expect, test } from 'vitest'
import { momentOf } from '../../../shared/calendar/day.ts'
import { explain, missingIn } from '../../../shared/policies/explain.ts'
import { enterpriseFacts, type ResourceAnswer } from '../../../shared/policies/facts.ts'
import { judge } from '../../../shared/rules/judge.ts'
import { profile, published } from '../../support/published.ts'

type Rows = Record<string, ResourceAnswer['rows'][number] | ResourceAnswer['outcome']>

/** Judges a policy on what each register answers: a row, or how the look-up ended. */
function judged(code: string, rows: Rows) {
  const at = momentOf('2026-11-23', '10:00')
  const answers = profile.map(({ resource }): ResourceAnswer => {
    const row = rows[resource] ?? 'not-found'
    return typeof row === 'string'
      ? { resource, outcome: row, rows: [], at }
      : { resource, outcome: 'found', rows: [row], at }
  })
  const known = enterpriseFacts(
    profile,
    answers,
    (element) => published.one('element', element),
    '2026-11-23',
  )
  const judgement = judge(published.one('policy', code).rule, known.facts)
  return { verdict: judgement.verdict, conditions: explain(judgement, { published, known, lang: 'zh' }) }
}

const SOUND = {
  enterprise: { status: 'active', divisionCode: '349901' },
  'enterprise-abnormal': {
    listedAbnormal: false,
    blacklisted: false,
    dishonest: false,
    seriousPenalty: false,
  },
}

test('a small enterprise may lay off up to a fifth, a larger one up to 5.5 %', () => {
  const refund = (insuredAverage: number, layoffRate: number) =>
    judged('P001', { ...SOUND, 'enterprise-insurance': { insuredMonths: 12, insuredAverage, layoffRate } })
      .verdict
  expect([refund(30, 0.2), refund(30, 0.21), refund(31, 0.055), refund(31, 0.06)]).toEqual([
    'yes',
    'no',
    'yes',
    'no',
  ])
})

test('every condition tells the clause, the fact, its register, its department and the day', () => {
  const { conditions } = judged('P001', {
    ...SOUND,
    'enterprise-insurance': { insuredMonths: 12, insuredAverage: 26, layoffRate: 0.0769 },
  })
  expect(conditions[0]).toEqual({
    verdict: 'yes',
    clause: '上年度足额缴纳失业保险费满 12 个月',
    fact: {
      label: '上年度失业保险缴费月数',
      value: '12 个月',
      source: '企业参保与裁员情况',
      provider: '市人社局',
      day: '2026-11-23',
    },
    missing: null,
  })
})

test('a negated condition is told by its own clause, not by the one it negates', () => {
  const { conditions } = judged('P001', {
    ...SOUND,
    'enterprise-insurance': { insuredMonths: 12, insuredAverage: 26, layoffRate: 0.0769 },
  })
  expect(JSON.stringify(conditions[1])).toContain('"verdict":"no","clause":"参保 30 人以上的企业"')
})

test('a value that is not recorded leaves the policy unknown and says whom to ask', () => {
  const { verdict, conditions } = judged('P002', { ...SOUND, 'enterprise-insurance': { insuredMonths: 12 } })
  expect(verdict).toBe('unknown')
  expect(missingIn(conditions)).toEqual([
    expect.objectContaining({
      label: '招用的符合条件人员',
      reason: 'not_recorded',
      provider: '市人社局',
      source: '企业参保与裁员情况',
    }),
  ])
})

test('a register that is down is not a no', () => {
  const { verdict, conditions } = judged('P003', { ...SOUND, 'enterprise-titles': 'unavailable' })
  expect(verdict).toBe('unknown')
  expect(missingIn(conditions).map(({ reason }) => reason)).toEqual(['unavailable', 'unavailable'])
})

test('one refuted condition decides, whatever else is unknown', () => {
  const { verdict } = judged('P003', { ...SOUND, 'enterprise-titles': { titles: [] } })
  expect(verdict).toBe('no')
})

test('a value outside its element is not believed', () => {
  const { verdict } = judged('P001', {
    ...SOUND,
    'enterprise-insurance': { insuredMonths: 40, insuredAverage: 20, layoffRate: 0 },
  })
  expect(verdict).toBe('unknown')
})
