import type { Bundle } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/life-event.ts'
import { numbersAsked, numbersIn } from '../exchange/numbers.ts'
import { isPublicQuestion } from '../exchange/public.ts'
import type { DraftContent, Known } from './draft.ts'

/** Whether a question may be put from a form: with nothing more, with the exchange's word for a number, or not. */
export type Proof = { may: true; voucher?: string } | { may: false }

/**
 * A question wants what is public, or it names the applicant or the enterprise they act for, so that whatever answers
 * it names them too; or one of the numbers it is asked with was given by a register or a certificate where the plan
 * says so.
 * What was typed, remembered or inferred is no proof, but it may be a number that is proven.
 * @param own numbers of the applicant and the enterprise, as their account gives them
 */
export function proofOf(
  { resources, elements }: Pick<Bundle, 'resources' | 'elements'>,
  { resource, proof = [], gives }: LookupPlan,
  params: Readonly<Record<string, string>>,
  own: ReadonlySet<string>,
  knowns: DraftContent['knowns'],
): Proof {
  const numbers = numbersAsked(params)
  if (numbers.some((number) => own.has(number))) return { may: true }
  for (const code of proof)
    for (const number of numbers) {
      const voucher = knowns[code]?.vouchers?.[number]
      if (voucher !== undefined) return { may: true, voucher }
    }
  const wanted = Object.keys(gives).map((code) => elements[code])
  return { may: isPublicQuestion(resources[resource] ?? { open: false }, params, wanted) }
}

/** A value with the exchange's word for the numbers that stand in it. */
export function withVouchers(known: Known, vouchers: Readonly<Record<string, string>>): Known {
  const vouched = numbersIn(known.value).flatMap((number) => {
    const voucher = vouchers[number]
    return voucher === undefined ? [] : [[number, voucher] as const]
  })
  return vouched.length === 0 ? known : { ...known, vouchers: Object.fromEntries(vouched) }
}
