import type { Translate } from '~/composables/useText'

/** A text with a number in it: `<key>_one` for one, which some languages say otherwise. */
export function many(t: Translate, key: string, n: number): string {
  return n === 1 ? t(`${key}_one`, { n }) : t(key, { n })
}
