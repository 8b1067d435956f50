import { expect, test } from 'vitest'
import { fullestCase } from '../../../shared/forms/fullest-case.ts'
import { savingsOf } from '../../../shared/forms/savings.ts'
import { bundle } from '../../support/published.ts'

const newborn = bundle('newborn')
const items = Object.values(newborn.items)

/* The case counted: the mother applies, is married, of the same ethnicity, the hospital still issues the certificate,
   the baby joins her household, everything is chosen, the costs were not settled. */
const ANSWERS = {
  'applicant.relation': 'mother',
  'situation.hasBirthCertificate': false,
  'situation.married': true,
  'situation.householdWith': 'mother',
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
  const counted = items.map(
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

test('after: five questions, and the six facts that no register knows', () => {
  const foretold = 'applicant.relation'
  const questions = newborn.lifeEvent.situations.filter(({ element }) => element !== foretold).length
  const typed = [
    'father.phone',
    'child.name',
    'vaccination.clinic',
    'card.bank',
    'reimbursement.bankCard',
    'delivery.mode',
  ]
  expect(questions).toBe(5)
  expect(savingsOf(newborn).facts.after).toBe(questions + typed.length)
  expect(savingsOf(newborn).facts.after).toBeLessThanOrEqual(12)
})

test('materials: fifteen copies before, the bills of the delivery alone after', () => {
  const optional = 'child-photo'
  const elsewhere = ['ethnicity-statement', 'unmarried-statement']
  const before = items.flatMap(({ materials }) => materials)
  const counted = before.filter((code) => code !== optional && !elsewhere.includes(code))
  expect(savingsOf(newborn).materials).toEqual({ before: counted.length, after: 1 })
  expect(counted).toHaveLength(15)
})

test('trips, working days and forms are sums over the items against the bundle', () => {
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

test('a look-up asked with what is typed on a page spares only the pages after it', () => {
  const late = structuredClone(newborn)
  for (const plan of late.lifeEvent.lookups) {
    if (plan.resource === 'household') plan.ask = { residentId: 'child.name' }
    if (plan.resource === 'birth') plan.ask = { motherResidentId: 'child.name' }
  }
  const onThatPage = newborn.lifeEvent.pages.find(({ code }) => code === 'child')?.elements ?? []
  const fromBirth = Object.keys(
    newborn.lifeEvent.lookups.find(({ resource }) => resource === 'birth')?.gives ?? {},
  ).filter((code) => !['child.name', 'child.birthCertificateNo'].includes(code))
  expect(fromBirth.every((code) => onThatPage.includes(code))).toBe(true)
  expect(savingsOf(late).facts.after).toBe(savingsOf(newborn).facts.after + fromBirth.length)
})
