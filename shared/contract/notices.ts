import * as v from 'valibot'
import { cleanEmail, isEmail } from '../elements/rare/contact.ts'
import type { ContactView, DeliveriesView, NoticeView } from '../notices/views.ts'
import { answers, get, post } from './contract.ts'
import { LANGS } from '../text.ts'
import { Chosen, Id, Nothing, OptionalText } from './fields.ts'

export const notices = {
  /** Newest first; `before` is the id of the last one of the page before. */
  list: get(
    '/api/notices',
    v.object({ before: v.optional(Id) }),
    answers<{ rows: NoticeView[]; next: string | null; unread: number }>(),
  ),
  /** Marks one message read, and answers where it leads; without an id, all of them. */
  read: post(
    '/api/notices/read',
    v.object({ id: v.optional(Id) }),
    answers<{ link: string; unread: number }>(),
  ),
  /** By which ways the reader is told besides the inbox. */
  contact: get('/api/my/contact', Nothing, answers<ContactView>()),
  choose: post(
    '/api/my/contact',
    v.object({
      sms: v.pipe(
        v.optional(v.string(), ''),
        v.transform((value) => value === 'yes'),
      ),
      mail: v.pipe(
        OptionalText(254),
        v.transform((raw) => cleanEmail(raw)),
        v.check((line) => line === '' || isEmail(line), 'email_form'),
      ),
      lang: Chosen(LANGS),
    }),
    answers<ContactView>(),
  ),
}

/** How messages leave the portal, for whoever watches over it. */
export const deliveries = {
  read: get('/api/desk/deliveries', Nothing, answers<DeliveriesView>()),
  again: post('/api/desk/deliveries/:delivery/again', v.object({ delivery: Id }), answers<DeliveriesView>()),
}
