import { maskPhone } from '#shared/elements/types/phone.ts'
import type { FilingForm, HotlineGuide } from '#shared/hotline/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { personOf } from '../identity/index.ts'
import type { DeclineReason, TicketKind } from './kinds.ts'

/** What the hotline takes and what not; the same for everyone. */
export async function hotlineGuide({ lang }: Pick<Look, 'lang'>): Promise<HotlineGuide> {
  const { kinds, notAccepted, urgentNotice } = catalog().hotline
  return {
    kinds: kinds.map((kind) => presentKind(kind, lang)),
    notAccepted: notAccepted.map((reason) => presentReason(reason, lang)),
    urgentNotice: say(urgentNotice, lang),
  }
}

/** What the form of a new ticket needs, with the caller as the account knows them. */
export async function filingForm(look: Look): Promise<FilingForm> {
  const person = look.actor.kind === 'person' ? await personOf(look.tx, look.actor.id) : undefined
  if (!person) throw new Refusal('not_found')
  const { kinds, categories, urgentNotice } = catalog().hotline
  return {
    kinds: kinds.map((kind) => presentKind(kind, look.lang)),
    categories: categories.map(({ code, label }) => ({ code, label: say(label, look.lang) })),
    urgentNotice: say(urgentNotice, look.lang),
    caller: { name: person.name, phone: maskPhone(person.phone) },
  }
}

function presentKind({ code, label, handleDays }: TicketKind, lang: Lang): HotlineGuide['kinds'][number] {
  return { code, label: say(label, lang), handleDays }
}

/** A published reason not to take a ticket, with what the caller can do instead. */
export function presentReason(
  { code, label, advice }: DeclineReason,
  lang: Lang,
): HotlineGuide['notAccepted'][number] {
  return { code, label: say(label, lang), advice: say(advice, lang) }
}
