/** Upper bounds of the buckets b0…b10 of exchange_minutes, milliseconds; b11 has what took longer. */
export const BUCKET_BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 3000] as const

/** The buckets of exchange_minutes, empty. */
export const NO_CALLS = {
  b0: 0,
  b1: 0,
  b2: 0,
  b3: 0,
  b4: 0,
  b5: 0,
  b6: 0,
  b7: 0,
  b8: 0,
  b9: 0,
  b10: 0,
  b11: 0,
}

/** Their names, in order. */
export const BUCKETS = Object.keys(NO_CALLS).filter(isBucket)

function isBucket(name: string): name is keyof typeof NO_CALLS {
  return Object.hasOwn(NO_CALLS, name)
}

/** Which bucket a call of so many milliseconds falls into: 0 to 11. */
export function bucketOf(ms: number): number {
  const at = BUCKET_BOUNDS.findIndex((bound) => ms <= bound)
  return at === -1 ? BUCKET_BOUNDS.length : at
}

/**
 * How long so great a share of the calls took at most, in milliseconds, told from how many fell into each bucket:
 * within a bucket they are taken to lie evenly. What lies beyond the last bound is told as that bound. Null without calls.
 * @param share between 0 and 1, such as 0.95
 */
export function percentile(buckets: readonly number[], share: number): number | null {
  const whole = buckets.reduce((sum, count) => sum + count, 0)
  if (whole === 0) return null
  const wanted = share * whole
  let before = 0
  for (const [i, count] of buckets.entries()) {
    if (before + count >= wanted && count > 0) {
      const from = i === 0 ? 0 : (BUCKET_BOUNDS[i - 1] ?? 0)
      const to = BUCKET_BOUNDS[i] ?? from
      return Math.max(1, Math.round(from + ((to - from) * (wanted - before)) / count))
    }
    before += count
  }
  return BUCKET_BOUNDS[BUCKET_BOUNDS.length - 1] ?? null
}
