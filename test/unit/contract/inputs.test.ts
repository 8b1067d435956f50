import * as v from 'valibot'
import { expect, it } from 'vitest'
import { emergencies } from '#shared/contract/emergencies.ts'
import { exchangeBoard } from '#shared/contract/exchange-board.ts'
import { exchangeCatalog } from '#shared/contract/exchange-catalog.ts'
import { myData } from '#shared/contract/my-data.ts'

it('an emergency that is sent empty is told to choose what to look up', () => {
  const { issues = [] } = v.safeParse(
    emergencies.ask.input,
    { resource: '', number: '', reason: '' },
    { abortPipeEarly: true },
  )
  const messages = issues.map(({ path, message }) => [path?.[0]?.key, message])
  expect(messages).toContainEqual(['resource', 'resource_missing'])
})

it('an address with a filter that there is not shows everything', () => {
  const given = { period: 'bogus', unit: '<b>', before: '../..' }
  expect(v.parse(myData.looks.input, given)).toEqual({ period: '', unit: '', before: undefined })
  expect(v.parse(myData.looks.input, { period: 'year', unit: 'tax' })).toEqual({
    period: 'year',
    unit: 'tax',
  })
  expect(v.parse(exchangeBoard.read.input, { period: 'bogus' })).toEqual({ period: 'today' })
  expect(v.parse(exchangeCatalog.resources.input, { sharing: 'bogus' })).toMatchObject({ sharing: '' })
})
