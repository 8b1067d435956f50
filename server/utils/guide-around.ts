import { catalog, offerOf, publishedAt } from '#domain/catalog/index.ts'
import { ratingFigures } from '#domain/ratings/index.ts'
import type { Look } from '#domain/act.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'
import type { GuideRating } from '#shared/contract/guides.ts'
import type { Around } from '#shared/guides/around.ts'

/** What a guide tells besides its documents: halls, whether it is offered, its last change, ratings. */
export async function guideAround(
  look: Look,
  { kind, code }: { kind: 'item' | 'lifeEvent'; code: string },
  items: readonly ServiceItem[],
  lifeEvents: readonly string[],
): Promise<Around> {
  const [at, ...ratings] = await Promise.all([
    publishedAt(look.tx, kind, code),
    ...lifeEvents.map((event) => ratingOf(look, event)),
  ])
  return {
    halls: hallsOf(items),
    offer: offerOf(kind, code, look.at),
    updatedOn: at === undefined ? null : dayOf(at),
    ratings: Object.fromEntries(ratings.flat()),
    titleOf: (event) => catalog().find('lifeEvent', event)?.title,
  }
}

/** The halls that take any of the items. */
export function hallsOf(items: readonly ServiceItem[]): Around['halls'] {
  const codes = new Set(items.flatMap(({ service }) => service.halls))
  return [...codes].flatMap((code) => catalog().find('hall', code) ?? [])
}

async function ratingOf(look: Look, lifeEvent: string): Promise<[string, GuideRating][]> {
  const { count, satisfied } = await ratingFigures(look.tx, lifeEvent)
  return count === 0 ? [] : [[lifeEvent, { count, satisfied }]]
}
