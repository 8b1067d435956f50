import { randomOf, type Random } from '#db/city/generate/random.ts'

/** Everything about a city's cases falls out the same way each time. */
export const SEED = 20_261_123

/** Chance, and ids that look like those the product makes. */
export interface Draw extends Random {
  /** A UUIDv7 of a moment, epoch milliseconds. */
  id(at: number): string
  /** One of a list, by the weight of each. */
  weighed<T extends { weight: number }>(list: readonly T[]): T
}

export function drawOf(seed: number): Draw {
  const random = randomOf(seed)
  const hex = (digits: number) =>
    random
      .whole(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0')
  return {
    ...random,
    id(at) {
      const time = at.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
    },
    weighed(list) {
      let left = random.whole(1, 1_000_000) * (sumOf(list) / 1_000_000)
      for (const each of list) {
        left -= each.weight
        if (left <= 0) return each
      }
      return random.pick(list)
    },
  }
}

const sums = new WeakMap<object, number>()

function sumOf(list: readonly { weight: number }[]): number {
  const known = sums.get(list)
  if (known !== undefined) return known
  const sum = list.reduce((total, { weight }) => total + weight, 0)
  sums.set(list, sum)
  return sum
}
