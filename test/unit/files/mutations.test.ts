import { describe, expect, it } from 'vitest'
import { checkContent } from '#domain/files/check-content.ts'
import { exif, makeJpeg, makePng, onePage, packed, withSegments } from './make.ts'

const LIMITS = { accept: ['jpg', 'png', 'pdf'] as const, maxBytes: 1_000_000 }

/** A generator of numbers that is the same every time: mulberry32. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** The file with a few bytes changed, cut out, doubled or cut off. */
function mutated(data: Buffer, next: (below: number) => number): Buffer {
  let changed = Buffer.from(data)
  for (let times = next(4) + 1; times > 0; times -= 1) {
    const at = next(changed.length)
    const length = next(20)
    const way = next(4)
    if (way === 0) changed[at] = next(256)
    else if (way === 1) changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
    else if (way === 2) changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)])
    else changed = changed.subarray(0, Math.max(9, at))
  }
  return changed
}

const GOOD: Record<string, Buffer> = {
  JPEG: withSegments(makeJpeg(), exif(6)),
  PNG: makePng(
    [
      [1, 2, 3, 4, 5, 6, 7],
      [4, 5, 6, 7, 8, 9, 1],
    ],
    2,
  ),
  PDF: onePage('/OpenAction 5 0 R', [packed({ 5: '[3 0 R /Fit]', 6: '<< /Type /Font >>' })]),
}

describe('a damaged file', () => {
  for (const [name, good] of Object.entries(GOOD)) {
    it(`that was a ${name} gets a verdict, whatever happened to it`, async () => {
      const next = numbers(20_261_123)
      const verdicts = new Set<string>()
      for (let times = 0; times < 2000; times += 1) {
        const found = await checkContent(mutated(good, next), LIMITS)
        verdicts.add('wrong' in found ? found.wrong.code : 'good')
      }
      expect(verdicts).toContain('file_broken')
    })
  }
})
