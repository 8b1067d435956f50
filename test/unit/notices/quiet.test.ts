import { describe, expect, it } from 'vitest'
import { afterQuiet } from '#shared/notices/quiet.ts'

const at = (iso: string) => Date.parse(`${iso}+08:00`)

describe('quiet hours', () => {
  const night = { from: '22:00', to: '08:00' }

  it.each([
    ['2026-11-23T21:59:00', '2026-11-23T21:59:00'],
    ['2026-11-23T22:00:00', '2026-11-24T08:00:00'],
    ['2026-11-24T00:30:00', '2026-11-24T08:00:00'],
    ['2026-11-24T07:59:59', '2026-11-24T08:00:00'],
    ['2026-11-24T08:00:00', '2026-11-24T08:00:00'],
    ['2026-12-31T23:00:00', '2027-01-01T08:00:00'],
  ])('over midnight: what is there at %s goes at %s', (there, goes) => {
    expect(afterQuiet(night, at(there))).toBe(at(goes))
  })

  it('within a day end on that day', () => {
    const noon = { from: '12:00', to: '14:00' }
    expect(afterQuiet(noon, at('2026-11-23T12:30:00'))).toBe(at('2026-11-23T14:00:00'))
    expect(afterQuiet(noon, at('2026-11-23T14:00:00'))).toBe(at('2026-11-23T14:00:00'))
    expect(afterQuiet(noon, at('2026-11-23T09:00:00'))).toBe(at('2026-11-23T09:00:00'))
  })

  it('that are none hold up nothing', () => {
    const there = at('2026-11-23T23:00:00')
    expect(afterQuiet(null, there)).toBe(there)
    expect(afterQuiet({ from: '22:00', to: '22:00' }, there)).toBe(there)
  })
})
