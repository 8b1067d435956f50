import { blind } from '#db'
import type { Resource } from '#shared/catalog/documents.ts'
import { numbersAsked } from '#shared/exchange/numbers.ts'
import { isPublicQuestion } from '#shared/exchange/public.ts'
import { catalog } from '../catalog/index.ts'
import type { LookupRequest, Matter } from './types.ts'
import { vouchFor } from './vouch.ts'

/**
 * How the people and organisations that a question is asked with stand to the applicant of a draft.
 * - `proven`: it names the applicant or those who were vouched for, and nobody else
 * - `tried`: it names one of them and, beside, a number that proves itself only when the register knows both together
 * - `public`: it names no person, and nothing personal is wanted
 * - `none`: a form may not ask it
 */
export type Relation =
  | { kind: 'proven' | 'public' | 'none' }
  /** With what is remembered of the number that is tried: it cannot be read back. */
  | { kind: 'tried'; tried: string }

/** Judges a question of a draft, once for each. Others are judged by who asks and what they have in their hands. */
export function relationOf(matter: Matter, request: LookupRequest, resource: Resource): Relation {
  if (matter.kind !== 'draft') return { kind: 'proven' }
  const unproven = unprovenIn(matter, request)
  const numbers = numbersAsked(request.params)
  if (numbers.length > 0 && unproven.length === 0) return { kind: 'proven' }
  if (unproven.length < numbers.length) return { kind: 'tried', tried: blind(`tried ${unproven.join(' ')}`) }
  const isPublic = isPublicQuestion(resource, request.params, elementsOf(resource, request.wants))
  return { kind: isPublic ? 'public' : 'none' }
}

/** The numbers a question is asked with that are neither the applicant's own nor vouched for. */
function unprovenIn({ id, own = [] }: Matter, { params, ground }: LookupRequest): string[] {
  const isVouchedFor = (number: string) =>
    ground.kind === 'law' && ground.voucher !== undefined && ground.voucher === vouchFor(id, number)
  return numbersAsked(params).filter((number) => !own.includes(number) && !isVouchedFor(number))
}

function elementsOf({ items }: Resource, fields: readonly string[]) {
  return fields.map((field) => {
    const code = items.find((item) => item.field === field)?.element
    return code === undefined ? undefined : catalog().find('element', code)
  })
}
