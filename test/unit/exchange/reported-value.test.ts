import { expect, it } from 'vitest'
import { isReportOf } from '#shared/exchange/reported-value.ts'

const ADDRESS = { resource: 'population', field: 'address', subject: 'mother' }

it('a report is about a value only when resource, field and whom it is about are the same', () => {
  expect(isReportOf(ADDRESS, { ...ADDRESS })).toBe(true)
  for (const other of [{ resource: 'household' }, { field: 'name' }, { subject: 'father' }])
    expect(isReportOf(ADDRESS, { ...ADDRESS, ...other })).toBe(false)
})
