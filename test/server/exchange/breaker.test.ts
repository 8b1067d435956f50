import { beforeEach, expect, test, vi } from 'vitest'
import { breakerStates, closeBreakers, letsThrough, noteEnd, takeLeave } from '#domain/exchange/breaker.ts'
import type { ExchangeFault } from '#shared/exchange/outcome.ts'

const T0 = 1_000_000_000

function calls(count: number, fault: ExchangeFault | '', at = T0): void {
  for (let i = 0; i < count; i += 1) if (takeLeave('tax', at)) noteEnd('tax', fault, at)
}

beforeEach(closeBreakers)

test('a resource is left alone once half of at least twenty calls in a minute failed', () => {
  calls(10, '')
  calls(9, 'timeout')
  expect(letsThrough('tax', T0)).toBe(true)
  calls(1, 'timeout')
  expect(letsThrough('tax', T0)).toBe(false)
  expect(breakerStates(T0)).toEqual(new Map([['tax', 'open']]))
})

test('few failures, old failures, and a provider that says no leave it closed', () => {
  calls(19, 'unreachable')
  calls(1, 'unreachable', T0 + 61_000)
  expect(letsThrough('tax', T0 + 61_000)).toBe(true)
  calls(100, 'not-granted')
  calls(100, 'maintenance')
  expect(letsThrough('tax', T0)).toBe(true)
})

test('an answer that is not to be believed counts like none', () => {
  calls(20, 'bad-signature')
  expect(letsThrough('tax', T0)).toBe(false)
})

test('after a minute one call finds out whether it is back, and nobody else asks meanwhile', () => {
  calls(20, 'timeout')
  const later = T0 + 60_001
  expect(takeLeave('tax', later)).toBe(true)
  expect(takeLeave('tax', later)).toBe(false)
  expect(breakerStates(later).get('tax')).toBe('trial')
  noteEnd('tax', 'timeout', later)
  expect(letsThrough('tax', later + 59_000)).toBe(false)
  expect(takeLeave('tax', later + 60_001)).toBe(true)
  noteEnd('tax', '', later + 60_001)
  expect(letsThrough('tax', later + 60_001)).toBe(true)
  expect(breakerStates(later + 60_001).size).toBe(0)
})

test('other resources have their own', () => {
  calls(20, 'timeout')
  expect(letsThrough('customs', T0)).toBe(true)
})

test('a clock that is set back by an hour holds up no trial', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  for (let i = 0; i < 20; i += 1) if (takeLeave('tax')) noteEnd('tax', 'timeout')
  expect(letsThrough('tax')).toBe(false)
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(60_001)
  expect(letsThrough('tax')).toBe(true)
  vi.useRealTimers()
})
