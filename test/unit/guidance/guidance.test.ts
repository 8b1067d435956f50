import { describe, expect, test } from 'vitest'
import type { Bundle } from '../../../shared/catalog/bundle.ts'
import type { LifeEvent } from '../../../shared/catalog/documents.ts'
import { guidanceOf } from '../../../shared/guidance/guidance.ts'
import { queryOf } from '../../../shared/guidance/query.ts'
import { bundle } from '../../support/published.ts'

const newborn = bundle('newborn')

const EVERYTHING = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': 'no',
  'situation.married': 'yes',
  'situation.householdWith': 'mother',
  'situation.extras': ['medical-insurance', 'social-security-card'],
}

function guide(
  given: Record<string, string | string[]>,
  place: { at?: string; from?: string } = {},
  from: Bundle = newborn,
) {
  return guidanceOf(from, given, place, {
    lang: 'zh',
    today: '2026-11-23',
    titleOf: (code) => (code === 'school' ? { zh: '孩子上学', en: 'Going to school' } : undefined),
    halls: [],
  })
}

function changed(change: Partial<LifeEvent>): Bundle {
  return { ...newborn, lifeEvent: { ...newborn.lifeEvent, ...change } }
}

const names = (list: { code: string }[]) => list.map(({ code }) => code)

describe('questions', () => {
  test('are asked one at a time, and an answer leads to the next', () => {
    const first = guide({})
    expect(first.asking).toMatchObject({ step: 's1', number: 1 })
    expect(first.back).toBeNull()
    const second = guide({ 'applicant.relation': 'mother' }, { from: 's1' })
    expect(second.asking?.step).toBe('s2')
    expect(second.back).toBe('s1')
    expect(second.given).toEqual([{ step: 's1', question: '您是宝宝的母亲还是父亲？', shown: '母亲' }])
  })

  test('can be gone back to, keeping every other answer', () => {
    const again = guide(EVERYTHING, { at: 's3' })
    expect(again.asking).toMatchObject({ situation: { element: 'situation.married' }, value: true })
    expect(again.answers).toEqual(EVERYTHING)
  })

  test('whose answer was never offered are asked again, and the answer counts for nothing', () => {
    const odd = guide({ ...EVERYTHING, 'situation.householdWith': 'nobody' }, { from: 's4' })
    expect(odd.asking).toMatchObject({ step: 's4', fault: { code: 'not_an_option' } })
    expect(odd.answers).not.toHaveProperty('situation.householdWith')
  })

  test('that the answers before them do not ask decide nothing', () => {
    const left = guide({ ...EVERYTHING, 'situation.costSettled': 'no' })
    expect(left.answers).not.toHaveProperty('situation.costSettled')
    expect(names(left.applies.out)).toContain('maternity-reimbursement')
  })

  test('that may still take an item away keep it open, and say by what', () => {
    const { applies } = guide({}, {}, bundle('bereavement'))
    expect(names(applies.items)).not.toContain('death-certificate')
    expect(applies.open.find(({ code }) => code === 'death-certificate')?.why).toContain('去世的情形：不是')
  })

  test('with boxes may be answered by ticking none', () => {
    const none = guide({ ...EVERYTHING, 'situation.extras': '' })
    expect(none.state).toBe('answered')
    expect(queryOf({ 'situation.extras': [] })).toBe('?situation.extras=')
  })
})

describe('what applies', () => {
  test('is in, still open or out at every point, with the reason', () => {
    const before = guide({})
    expect(names(before.applies.items)).toEqual(['household-registration'])
    expect(before.applies.open.find(({ code }) => code === 'birth-certificate')?.why).toContain('选“否”')
    const { applies } = guide({ ...EVERYTHING, 'situation.hasBirthCertificate': 'yes' })
    expect(names(applies.items)).toEqual([
      'household-registration',
      'medical-insurance',
      'social-security-card',
    ])
    const out = Object.fromEntries(applies.out.map((each) => [each.code, each.because]))
    expect(out['birth-certificate']).toBe('condition')
    expect(out['vaccination-record']).toBe('notChosen')
  })

  test('says what a counter must take, and why', () => {
    const { applies, outcome } = guide({ ...EVERYTHING, 'situation.householdWith': 'grandparent' })
    expect(applies.counter.find(({ code }) => code === 'household-registration')?.why).toContain('当面核验')
    expect(outcome?.stages.flatMap(({ items }) => names(items))).toEqual(['birth-certificate'])
  })
})

describe('a plain no', () => {
  const blocked = changed({
    situations: newborn.lifeEvent.situations.map((situation, i) =>
      i === 1
        ? {
            ...situation,
            effects: [
              {
                effect: 'block' as const,
                when: { element: 'situation.hasBirthCertificate', is: true },
                message: { zh: '不能办', en: 'No' },
                way: { zh: '到窗口', en: 'At a counter' },
                source: { zh: '某条', en: 'Some article' },
              },
              {
                effect: 'jump' as const,
                when: { element: 'situation.hasBirthCertificate', is: true },
                lifeEvent: 'school',
                message: { zh: '该办上学', en: 'School it is' },
              },
            ],
          }
        : situation,
    ),
  })

  test('comes as soon as an answer means it, with reason, source, the way that remains and the right life event', () => {
    const no = guide(
      { 'applicant.relation': 'mother', 'situation.hasBirthCertificate': 'yes' },
      { from: 's2' },
      blocked,
    )
    expect(no.state).toBe('blocked')
    expect(no.asking).toBeNull()
    expect(no.blocked).toEqual([
      { reason: '不能办', source: '某条', way: '到窗口', instead: null },
      { reason: '该办上学', source: null, way: null, instead: { code: 'school', title: '孩子上学' } },
    ])
  })

  test('can be taken back by changing the answer', () => {
    const back = guide(
      { 'applicant.relation': 'mother', 'situation.hasBirthCertificate': 'yes' },
      { at: 's2' },
      blocked,
    )
    expect(back.asking?.step).toBe('s2')
  })

  test('is judged from what the answers say; the rest is for oneself to check', () => {
    const judged = changed({
      eligibility: [
        ...newborn.lifeEvent.eligibility,
        {
          rule: { element: 'situation.married', is: true },
          otherwise: { zh: '未婚不行', en: 'Only married' },
          source: { zh: '试', en: 'Test' },
          way: { zh: '窗口', en: 'Counter' },
        },
      ],
    })
    expect(guide({}, {}, judged).eligibility.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown'])
    const no = guide({ ...EVERYTHING, 'situation.married': 'no' }, {}, judged)
    expect(no.state).toBe('blocked')
    expect(no.blocked).toMatchObject([{ reason: '未婚不行', way: '窗口' }])
  })
})

describe('the outcome', () => {
  test('lists materials: what is handed in, and what not and why', () => {
    const { outcome } = guide({
      ...EVERYTHING,
      'situation.extras': ['maternity-reimbursement'],
      'situation.costSettled': 'no',
    })
    const how = Object.fromEntries(outcome?.materials.map((each) => [each.code, each.how]) ?? [])
    expect(how).toMatchObject({
      'delivery-bill': 'upload',
      'birth-certificate': 'ownItem',
      'marriage-certificate': 'exempt',
    })
    expect(how).not.toHaveProperty('unmarried-statement')
  })

  test('names what to have at hand, and nothing a register knows', () => {
    const { outcome } = guide(EVERYTHING)
    expect(outcome?.atHand).toContain('社保卡合作银行')
    expect(outcome?.atHand).not.toContain('父亲姓名')
    expect(outcome?.atHand).not.toContain('您的姓名')
  })

  test('says what waits for publicity, special procedures and a joint inspection', () => {
    const item = newborn.items['household-registration']
    if (!item) throw new Error('the item is missing')
    const slow: Bundle = {
      ...changed({
        jointInspection: {
          items: ['household-registration', 'birth-certificate'],
          note: { zh: '一次', en: 'Once' },
        },
      }),
      items: {
        ...newborn.items,
        'household-registration': {
          ...item,
          publicity: { days: 7, subject: { zh: '拟落户', en: 'The entry' } },
          specialProcedures: [
            {
              code: 'expert',
              name: { zh: '专家评审', en: 'Experts' },
              days: 10,
              basis: { zh: '第四十五条', en: 'Article 45' },
              when: { element: 'situation.married', is: true },
            },
          ],
        },
      },
    }
    const { outcome } = guide(EVERYTHING, {}, slow)
    expect(outcome).toMatchObject({
      publicity: [{ days: 7, subject: '拟落户', when: null }],
      procedures: [{ name: '专家评审', days: 10 }],
      inspection: { note: '一次', items: ['出生医学证明首次签发', '出生登记（申报户口）'] },
    })
  })
})
