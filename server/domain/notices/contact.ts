import { maskPhone } from '#shared/elements/types/phone.ts'
import type { ContactView } from '#shared/notices/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Lang } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { openChannels, phoneOf } from './channels.ts'
import { putWish, wishOf } from './store/wishes.ts'
import { tell } from './tell.ts'

/** By which ways the actor is told besides the inbox. */
export async function readContact(look: Look): Promise<ContactView> {
  return present(look)
}

/** The actor chooses. That it changed is told in the inbox and by what is open now, so that nobody does it for them. */
export async function chooseContact(
  act: Act,
  { sms, mail, lang }: { sms: boolean; mail: string; lang: Lang },
): Promise<ContactView> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const personId = act.actor.id
  const before = await wishOf(act.tx, personId)
  if (before?.sms !== sms || before.mail !== mail || before.lang !== lang) {
    await putWish(act.tx, { personId, sms, mail, lang, changedAt: act.at })
    act.note({ verb: 'notices.contact', subjectKind: 'person', subjectId: personId, detail: { sms, lang } })
    await tell(act, personId, 'contact_changed', `contact_changed ${act.at}`, {}, '/my/contact')
  }
  return present(act)
}

async function present({ tx, actor, lang }: Act | Look): Promise<ContactView> {
  if (actor.kind !== 'person') throw new Refusal('not_allowed')
  const [row, phone] = [await wishOf(tx, actor.id), await phoneOf(tx, actor.id)]
  return {
    phone: phone ? maskPhone(phone) : null,
    sms: row?.sms ?? true,
    mail: row?.mail ?? '',
    lang: row?.lang ?? lang,
    open: openChannels(),
  }
}
