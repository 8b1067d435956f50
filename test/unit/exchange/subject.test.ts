import { expect, test } from 'vitest'
import { subjectOf } from '#shared/exchange/subject.ts'

test('a question is about the person or the organisation that its first number names', () => {
  expect(subjectOf(['residentId'], { residentId: '1' })).toEqual({ kind: 'person', key: '1' })
  expect(subjectOf(['motherResidentId'], { motherResidentId: '2' })).toEqual({ kind: 'person', key: '2' })
  expect(subjectOf(['enterprise.creditCode', 'enterprise.name'], { 'enterprise.creditCode': '91' })).toEqual({
    kind: 'organisation',
    key: '91',
  })
  const params = { 'mother.residentId': '2', 'father.residentId': '3' }
  expect(subjectOf(['child.name', 'mother.residentId', 'father.residentId'], params)?.key).toBe('2')
})

test('of two that it can be asked by, the one that was given counts', () => {
  expect(subjectOf(['residentId', 'creditCode'], { creditCode: '91' })).toEqual({
    kind: 'organisation',
    key: '91',
  })
})

test('a question about a building is about nobody', () => {
  expect(subjectOf(['address'], { address: '云溪市' })).toBeNull()
})
