import type { HotlineSettings } from '#shared/catalog/documents.ts'
import { catalog } from '../catalog/index.ts'

export type TicketKind = HotlineSettings['kinds'][number]
export type TicketCategory = HotlineSettings['categories'][number]
export type DeclineReason = HotlineSettings['notAccepted'][number]

/** A kind of ticket with its limits. */
export function kindOf(code: string): TicketKind {
  const kind = catalog().hotline.kinds.find((each) => each.code === code)
  if (!kind) throw new Error(`no kind of ticket ${code} is published`)
  return kind
}

/** What a ticket is about, with the department it usually goes to. */
export function categoryOf(code: string): TicketCategory {
  const category = catalog().hotline.categories.find((each) => each.code === code)
  if (!category) throw new Error(`no category of tickets ${code} is published`)
  return category
}
