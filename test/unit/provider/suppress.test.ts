import { describe, expect, it } from 'vitest'
import { FEWEST, suppressed } from '#domain/provider/suppress.ts'

describe('figures that leave', () => {
  it('never tell of fewer than five people, also not by subtraction', () => {
    for (let sent = 0; sent < 20; sent += 1) {
      for (let closed = 0; closed <= sent; closed += 1) {
        const out = suppressed({ sent, closed })
        if (out.sent !== null) expect(out.sent).toBeGreaterThanOrEqual(FEWEST)
        if (out.sent === null || out.closed === null) continue
        for (const count of [out.closed, out.sent - out.closed])
          expect(count === 0 || count >= FEWEST).toBe(true)
      }
    }
  })

  it('are told whole where nobody can be recognised', () => {
    expect(suppressed({ sent: 12, closed: 7 })).toEqual({ sent: 12, closed: 7 })
    expect(suppressed({ sent: 9, closed: 9 })).toEqual({ sent: 9, closed: 9 })
  })
})
