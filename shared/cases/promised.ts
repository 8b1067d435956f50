import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import { holds, type Facts } from '../rules/judge.ts'

/**
 * The materials of an item that rest on a promise instead of a proof (告知承诺, 国办发〔2020〕42号): signed where the
 * item itself may be granted on its commitment, or where a material may be promised. Empty when nothing is promised.
 * @param needed the materials that the item asks for in this case
 * @param signed the materials that were signed, by the applicant or by whoever else agreed
 */
export function promisedFor(
  bundle: Bundle,
  item: string,
  needed: readonly string[],
  signed: readonly string[],
  facts: Facts,
): string[] {
  const { commitment, materials } = itemOf(bundle, item)
  const mine = signed.filter((code) => needed.includes(code) && holds(bundle.materials[code]?.when, facts))
  const whole = commitment && holds(commitment.when, facts)
  return mine.filter(
    (code) =>
      (whole && materials.includes(code)) ||
      bundle.materials[code]?.exemptBy.some(({ by }) => by === 'commitment'),
  )
}
