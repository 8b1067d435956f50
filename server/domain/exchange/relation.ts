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
export type Relation = 'proven' | 'tried' | 'public' | 'none'

/** Judges a question of a draft. Others are judged by who asks and what they have in their hands. */
export function relationOf(matter: Matter, request: LookupRequest, resource: Resource): Relation {
  if (matter.kind !== 'draft') return 'proven'
  const unproven = unprovenIn(matter, request)
  const numbers = numbersAsked(request.params)
  if (numbers.length > 0 && unproven.length === 0) return 'proven'
  if (unproven.length < numbers.length) return 'tried'
  return isPublicQuestion(resource, request.params, elementsOf(resource, request.wants)) ? 'public' : 'none'
}

/** The numbers a question is asked with that are neither the applicant's own nor vouched for. */
export function unprovenIn({ id, own = [] }: Matter, { params, ground }: LookupRequest): string[] {
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
