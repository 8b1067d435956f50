import { expect, test } from 'vitest'
import { fullestCase } from '../../../shared/forms/fullest-case.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { bundle, published } from '../../support/published.ts'

const newborn = bundle('newborn')

/* The case counted: the mother applies, is married, of the same ethnicity, the hospital still issues the certificate,
   the baby joins her household, everything is chosen, the costs were not settled. */
const ANSWERS = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': false,
  'situation.married': true,
  'situation.householdWith': 'mother',
  'situation.ethnicitySame': true,
  'situation.costSettled': false,
}

test('the numbers count the case in which all seven items are done', () => {
  const facts = fullestCase(newborn)
  for (const [element, value] of Object.entries(ANSWERS))
    expect([element, facts(element)?.value]).toEqual([element, value])
  expect(facts('situation.extras')?.value).toHaveLength(5)
})

test('before: every fact of every guide is filled in again', () => {
  // Needs without a condition, and those that a married mother meets; the age is computed, never asked.
  const met = ['situation.married', 'applicant.relation']
  const counted = published.all('item').map(
    ({ needs }) =>
      needs.filter(({ element, when }) => {
        if (element === 'child.ageDays') return false
        if (!when) return true
        if ('any' in when) return true
        if ('all' in when) return true
        return 'is' in when && met.includes(when.element) && when.is !== 'father'
      }).length,
  )
  expect(savingsOf(newborn).facts.before).toBe(counted.reduce((sum, each) => sum + each, 0))
  expect(savingsOf(newborn).facts.before).toBe(118)
})

test('after: seven questions, and the eleven facts that no register knows', () => {
  const questions = newborn.lifeEvent.situations.length
  const typed = [
    'father.phone',
    'child.nativePlace',
    'household.relationToHead',
    'vaccination.clinic',
    'card.bank',
    'reimbursement.admittedOn',
    'reimbursement.dischargedOn',
    'reimbursement.cost',
    'reimbursement.bankName',
    'reimbursement.bankCard',
    'delivery.mode',
  ]
  expect(questions).toBe(7)
  expect(savingsOf(newborn).facts.after).toBe(questions + typed.length)
})

test('materials: fifteen copies before, the bills of the delivery alone after', () => {
  const optional = 'child-photo'
  const elsewhere = ['ethnicity-statement', 'unmarried-statement']
  const before = published.all('item').flatMap(({ materials }) => materials)
  const counted = before.filter((code) => code !== optional && !elsewhere.includes(code))
  expect(savingsOf(newborn).materials).toEqual({ before: counted.length, after: 1 })
  expect(counted).toHaveLength(15)
})

test('trips, working days and forms are sums over the items against the bundle', () => {
  const items = published.all('item')
  expect(savingsOf(newborn)).toMatchObject({
    items: 7,
    forms: { before: 7, after: 1 },
    trips: { before: items.reduce((sum, { trips }) => sum + trips.alone, 0), after: 0 },
    days: { before: items.reduce((sum, { promisedDays }) => sum + promisedDays, 0), after: 5 },
  })
  expect(savingsOf(newborn)).toMatchObject({ trips: { before: 9 }, days: { before: 10 } })
})

test('a fact that a register stops giving is asked again', () => {
  const silent = structuredClone(newborn)
  for (const plan of silent.lifeEvent.lookups) delete plan.gives['child.weight']
  expect(savingsOf(silent).facts.after).toBe(savingsOf(newborn).facts.after + 1)
})
