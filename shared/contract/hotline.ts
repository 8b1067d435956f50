import * as v from 'valibot'
import { LENGTHS } from '../hotline/limits.ts'
import type { DeskTicket, FilingForm, HotlineGuide, TicketRow, TicketView } from '../hotline/views.ts'
import { answers, get, post } from './contract.ts'
import { No, Nothing, OptionalText, RequiredText } from './fields.ts'

const Code = v.pipe(v.string('missing'), v.minLength(1, 'missing'), v.regex(/^[\w-]{1,64}$/, 'bad_reference'))
const YesNo = v.pipe(
  v.picklist(['yes', 'no'], 'missing'),
  v.transform((value) => value === 'yes'),
)
const Ticked = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value === 'yes'),
)
const Level = v.pipe(v.picklist(['1', '2', '3', '4', '5'], 'missing'), v.transform(Number))

const OneTicket = v.object({ no: No })

const Filing = v.object({
  kind: Code,
  category: Code,
  text: RequiredText(LENGTHS.text.max, LENGTHS.text.min),
  place: OptionalText(LENGTHS.place),
  expectation: OptionalText(LENGTHS.expectation),
  secret: YesNo,
  /** The caller has read the emergency numbers and goes on. */
  notUrgent: Ticked,
})

const CallBackAnswers = v.object({
  no: No,
  contacted: YesNo,
  solved: YesNo,
  satisfied: Level,
  remark: OptionalText(LENGTHS.remark),
})

export type FilingInput = v.InferOutput<typeof Filing>
export type CallBackInput = v.InferOutput<typeof CallBackAnswers>

export const hotline = {
  /** What 12345 takes and what not. */
  guide: get('/api/tickets/guide', Nothing, answers<HotlineGuide>()),
  form: get('/api/tickets/form', Nothing, answers<FilingForm>()),
  mine: get(
    '/api/my/tickets',
    v.object({ before: v.optional(No) }),
    answers<{ rows: TicketRow[]; next: string | null }>(),
  ),
  file: post('/api/tickets', Filing, answers<{ no: string }>()),
  read: get('/api/tickets/:no', OneTicket, answers<TicketView>()),
  callBack: post('/api/tickets/:no/call-back', CallBackAnswers, answers<TicketView>()),

  /** With `reveal`, why the caller's phone is needed in full; the look is audited with its reason. */
  desk: get(
    '/api/tickets/:no/desk',
    v.object({ no: No, reveal: v.optional(v.picklist(['contact', 'verify'])) }),
    answers<DeskTicket>(),
  ),
  dispatch: post('/api/tickets/:no/dispatch', v.object({ no: No, department: Code }), answers<DeskTicket>()),
  decline: post(
    '/api/tickets/:no/decline',
    v.object({ no: No, reason: Code, note: RequiredText(LENGTHS.reason) }),
    answers<DeskTicket>(),
  ),
  sign: post('/api/tickets/:no/sign', OneTicket, answers<DeskTicket>()),
  /** Answers no view: with the return the ticket leaves the department's sight. */
  return: post(
    '/api/tickets/:no/return',
    v.object({ no: No, note: RequiredText(LENGTHS.reason) }),
    answers<{ no: string }>(),
  ),
  reply: post(
    '/api/tickets/:no/reply',
    v.object({ no: No, note: RequiredText(LENGTHS.reply) }),
    answers<DeskTicket>(),
  ),
  /** The agent asks the caller by telephone and writes down the answers. */
  callBackByAgent: post('/api/tickets/:no/desk/call-back', CallBackAnswers, answers<DeskTicket>()),
}
