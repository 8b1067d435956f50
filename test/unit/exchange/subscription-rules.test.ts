import { expect, test } from 'vitest'
import { lastDayFrom, needsProvider, providerDays } from '#shared/exchange/subscription-rules.ts'

test('the provider is asked for what is shared under conditions, unless it asks for its own', () => {
  const conditional = { sharing: 'conditional', provider: 'tax' } as const
  expect(needsProvider(conditional, 'civil-affairs')).toBe(true)
  expect(needsProvider(conditional, 'tax')).toBe(false)
  expect(needsProvider({ ...conditional, sharing: 'unconditional' }, 'civil-affairs')).toBe(false)
})

test('a provider has five working days where the interface stands, ten where it must be made', () => {
  expect([providerDays({ format: 'interface' }), providerDays({ format: 'file' })]).toEqual([5, 10])
})

test('a subscription ends three years from today at the latest, also when today is a leap day', () => {
  expect([lastDayFrom('2026-11-23'), lastDayFrom('2028-02-29')]).toEqual(['2029-11-23', '2031-02-28'])
})
