import type { Offer } from '../catalog/offer.ts'
import { dayOf } from '../calendar/day.ts'
import type { GuideOffer } from '../contract/guides.ts'
import type { Lang } from '../text.ts'

/** Whether it is offered now, as a guide says it. Days are `YYYY-MM-DD`; the last one is the last on which it is. */
export function guideOffer({ state, since, until, notice }: Offer, lang: Lang): GuideOffer {
  return {
    state,
    since: since === null ? null : dayOf(since),
    until: until === null ? null : dayOf(until - 1),
    notice: notice?.[lang] ?? null,
  }
}
