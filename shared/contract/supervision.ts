import * as v from 'valibot'
import {
  SHOWN,
  type AbsencesView,
  type ChecksView,
  type HandOverView,
  type HoldView,
  type SupervisedView,
  type SupervisionView,
} from '../supervision/views.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, Day, Id, No, Nothing, OptionalText, RequiredText } from './fields.ts'

const OfItem = v.object({ item: Id })
const Words = RequiredText(500, 4)
const Code = v.optional(v.pipe(v.string(), v.regex(/^[\w.-]{0,64}$/, 'bad_reference')), '')

/** What of the supervised work is asked for. */
export const Supervised = {
  show: v.optional(v.picklist(SHOWN, 'bad_reference'), 'all'),
  unit: Code,
  person: Code,
}

/** What of it goes into a file, and for what. */
export const Export = v.object({ ...Supervised, purpose: Words })

/** Who has a piece of work on their desk. */
export const deskHold = {
  read: get('/api/desk/work/:item', OfItem, answers<HoldView>()),
  claim: post('/api/desk/work/:item/claim', OfItem, answers<HoldView>()),
  putBack: post('/api/desk/work/:item/put-back', OfItem, answers<HoldView>()),
  /** Gives it to somebody; to nobody when `to` is empty. */
  assign: post(
    '/api/desk/work/:item/assignment',
    v.object({ item: Id, to: Code, reason: Words }),
    answers<HoldView>(),
  ),
  order: post(
    '/api/desk/work/:item/orders',
    v.object({ item: Id, reason: Words, dueDay: Day }),
    answers<HoldView>(),
  ),
  answer: post(
    '/api/desk/work/:item/orders/:order/answer',
    v.object({ item: Id, order: Id, answer: Words }),
    answers<HoldView>(),
  ),
}

/** For whoever supervises, and for heads of office. */
export const supervision = {
  read: get('/api/desk/supervision', Nothing, answers<SupervisionView>()),
  list: get(
    '/api/desk/supervision/work',
    v.object({ ...Supervised, after: v.optional(v.pipe(v.string(), v.maxLength(100)), '') }),
    answers<SupervisedView>(),
  ),
  checks: get('/api/desk/supervision/checks', Nothing, answers<ChecksView>()),
  /** Draws a share of what a department decided on a day. */
  draw: post(
    '/api/desk/supervision/checks',
    v.object({
      unit: No,
      day: Day,
      percent: v.pipe(
        RequiredText(3),
        v.regex(/^\d+$/, 'number_format'),
        v.transform(Number),
        v.check((percent) => percent >= 1 && percent <= 100, 'percent_range'),
      ),
    }),
    answers<ChecksView>(),
  ),
  check: post(
    '/api/desk/supervision/checks/:check',
    v.object({ check: Id, result: Chosen(['ok', 'wrong']), reason: OptionalText(500) }),
    answers<ChecksView>(),
  ),
  /** Takes back the mark of a broken promise. */
  lift: post(
    '/api/desk/supervision/promises/:promise/lifting',
    v.object({ promise: Id, reason: Words }),
    answers<ChecksView>(),
  ),
}

/** Who is away, who stands in, and work given to another. */
export const absences = {
  list: get('/api/desk/absences', Nothing, answers<AbsencesView>()),
  enter: post(
    '/api/desk/absences',
    v.object({ person: Id, standIn: Id, fromDay: Day, toDay: Day, reason: RequiredText(200) }),
    answers<AbsencesView>(),
  ),
  end: post('/api/desk/absences/:absence/end', v.object({ absence: Id }), answers<AbsencesView>()),
  handOver: post(
    '/api/desk/hand-overs',
    v.object({ from: Id, to: Id, reason: Words }),
    answers<HandOverView>(),
  ),
  handedOver: get('/api/desk/hand-overs/:handOver', v.object({ handOver: Id }), answers<HandOverView>()),
}
