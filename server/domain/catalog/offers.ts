import type { Bundle } from '#shared/catalog/bundle.ts'
import type { Offer, OfferedKind } from '#shared/catalog/offer.ts'
import { actorId } from '#shared/access/actor.ts'
import { DAY_MS, momentOf } from '#shared/calendar/day.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import type { Act } from '../act.ts'
import { nextEdition } from './edition.ts'
import { catalog } from './snapshot.ts'
import { currentDocument } from './store/current.ts'
import { putOffer } from './store/offers.ts'

/** Whether an item or a life event is offered at a moment; what has ended or vanished says since when. */
export function offerOf(kind: OfferedKind, code: string, at: number): Offer {
  const said = catalog().offer(kind, code)
  if (!said) return { state: 'open', since: null, until: null, notice: null }
  const { pausedAt, endsAt, notice } = said
  if (endsAt !== null && endsAt <= at) return { state: 'ended', since: endsAt, until: null, notice }
  if (pausedAt !== null) return { state: 'paused', since: pausedAt, until: endsAt, notice }
  return { state: 'open', since: null, until: endsAt, notice }
}

/**
 * Refuses what is paused or has ended, with the public notice: the life event itself, then the items of the
 * application.
 */
export function requireOffered(
  bundle: Pick<Bundle, 'lifeEvent'>,
  items: readonly string[],
  { at, lang }: { at: number; lang: Lang },
): void {
  const offers = [
    offerOf('lifeEvent', bundle.lifeEvent.code, at),
    ...items.map((item) => offerOf('item', item, at)),
  ]
  const closed = offers.find(({ state }) => state !== 'open')
  if (!closed) return
  throw new Refusal('not_offered', {
    problems: [
      {
        field: '',
        code: closed.state === 'ended' ? 'offer_ended' : 'offer_paused',
        params: { notice: closed.notice ? say(closed.notice, lang) : '' },
      },
    ],
  })
}

/** The items that every application of a life event contains: while one of them is paused, none can be started. */
export function alwaysIn({ lifeEvent }: Pick<Bundle, 'lifeEvent'>): string[] {
  return lifeEvent.items.filter(({ include }) => !include).map(({ item }) => item)
}

/** What is said about an offer: paused or not, its last day, and the notice that people read. */
export interface OfferOrder {
  kind: OfferedKind
  code: string
  paused: boolean
  /** The last day on which it is offered. */
  lastDay?: string
  notice?: Text
}

/** Pauses an item or a life event with a notice, resumes it, or sets its end. Drafts are kept. */
export async function setOffer(
  act: Act,
  { kind, code, paused, lastDay, notice }: OfferOrder,
): Promise<{ code: string }> {
  const said = Boolean(notice?.zh || notice?.en)
  const problems = (['zh', 'en'] as const)
    .filter((lang) => (paused || said) && !notice?.[lang])
    .map((lang) => ({ field: lang === 'zh' ? 'noticeZh' : 'noticeEn', code: 'missing' }))
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const document = await currentDocument(act.tx, kind, code)
  if (!document || document.removedAt !== null) throw new Refusal('not_found')
  const before = catalog().offer(kind, code)
  await nextEdition(act)
  await putOffer(act.tx, {
    kind,
    code,
    pausedAt: paused ? (before?.pausedAt ?? act.at) : null,
    endsAt: lastDay ? momentOf(lastDay) + DAY_MS : null,
    notice: said && notice ? notice : null,
    by: actorId(act.actor),
  })
  act.note({
    verb: paused ? 'catalog.pause' : 'catalog.offer',
    subjectKind: kind,
    subjectId: code,
    detail: { ...(lastDay && { lastDay }) },
  })
  return { code }
}
