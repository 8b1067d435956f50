import { describe, expect, it } from 'vitest'
import { maintenanceUntil } from '#shared/exchange/maintenance.ts'

const at = (iso: string) => Date.parse(iso)

describe('a maintenance window', () => {
  const nightly = [{ from: '23:30', to: '05:00' }]

  it('is there every night by the city’s clock, across midnight, and not at its last minute', () => {
    expect(maintenanceUntil(nightly, at('2026-11-23T23:30:00+08:00'))).toBe(at('2026-11-24T05:00:00+08:00'))
    expect(maintenanceUntil(nightly, at('2026-11-24T04:59:59+08:00'))).toBe(at('2026-11-24T05:00:00+08:00'))
    expect(maintenanceUntil(nightly, at('2026-11-24T05:00:00+08:00'))).toBeNull()
    expect(maintenanceUntil(nightly, at('2026-11-23T23:29:59+08:00'))).toBeNull()
  })

  it('may be there once, and the longest of several counts', () => {
    const once = { from: '2026-11-23T22:00:00+08:00', to: '2026-11-24T08:00:00+08:00' }
    expect(maintenanceUntil([...nightly, once], at('2026-11-24T01:00:00+08:00'))).toBe(at(once.to))
    expect(maintenanceUntil([once], at('2026-11-25T01:00:00+08:00'))).toBeNull()
    expect(maintenanceUntil([], at('2026-11-25T01:00:00+08:00'))).toBeNull()
  })
})
