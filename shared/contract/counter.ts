import * as v from 'valibot'
import type { CounterView, OwnCodeView } from '../counter/views.ts'
import { answers, get, post } from './contract.ts'
import { Id, Nothing, RequiredText } from './fields.ts'

/** What a person shows at a counter. Each look makes a code of its own. */
export const ownCode = { read: get('/api/my/code', Nothing, answers<OwnCodeView>()) }

const Visit = v.object({ visit: Id })

/** A counter at which people are identified, and everything known of whoever is there. */
export const counter = {
  read: get('/api/desk/counter', Nothing, answers<CounterView>()),
  /** By the code that they show: scanned, or its digits typed. */
  byCode: post(
    '/api/desk/counter/code',
    v.object({ code: RequiredText(200, 1, 'person_code_missing') }),
    answers<{ visit: string }>(),
  ),
  /** By what a reader of id cards types. */
  byCard: post(
    '/api/desk/counter/card',
    v.object({ card: RequiredText(500, 1, 'card_missing') }),
    answers<{ visit: string }>(),
  ),
  /** By name and number: they agree with a code that is sent to them; who has no account shows a document. */
  byNumber: post(
    '/api/desk/counter/person',
    v.object({
      name: RequiredText(50),
      residentId: RequiredText(24),
      presented: v.optional(v.picklist(['yes'], 'missing')),
    }),
    answers<{ visit: string }>(),
  ),
  confirm: post(
    '/api/desk/counter/visits/:visit/confirmation',
    v.object({ visit: Id, code: RequiredText(20, 1, 'visit_code_missing') }),
    answers<{ visit: string }>(),
  ),
  /** The visit, and the ticket in hand, are finished. */
  end: post('/api/desk/counter/visits/:visit/end', Visit, answers<{ hall: string }>()),
}
