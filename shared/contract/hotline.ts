import * as v from 'valibot'
import { LENGTHS } from '../hotline/limits.ts'
import type { DeskTicket, FilingForm, HotlineGuide, TicketRow, TicketView } from '../hotline/views.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, No, Nothing, OptionalText, RatingLevel, RequiredText } from './fields.ts'

/** A code of the published settings, or the problem's code when none was chosen. */
const Code = (missing: string) =>
  v.pipe(
    v.optional(v.string(missing), ''),
    v.minLength(1, missing),
    v.regex(/^[\w-]{1,64}$/, 'bad_reference'),
  )
const YesNo = (missing: string) =>
  v.pipe(
    Chosen(['yes', 'no'], missing),
    v.transform((value) => value === 'yes'),
  )
const Ticked = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => value === 'yes'),
)

const OneTicket = v.object({ no: No })

const Filing = v.object({
  kind: Code('ticket_kind_missing'),
  category: Code('ticket_category_missing'),
  text: RequiredText(LENGTHS.text.max, LENGTHS.text.min, 'ticket_text_missing'),
  place: OptionalText(LENGTHS.place),
  expectation: OptionalText(LENGTHS.expectation),
  secret: YesNo('ticket_secret_missing'),
  /** The caller has read the emergency numbers and goes on. */
  notUrgent: Ticked,
})

const CallBackAnswers = v.object({
  no: No,
  contacted: YesNo('contacted_missing'),
  solved: YesNo('solved_missing'),
  satisfied: RatingLevel,
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
  dispatch: post(
    '/api/tickets/:no/dispatch',
    v.object({ no: No, department: Code('department_missing') }),
    answers<DeskTicket>(),
  ),
  decline: post(
    '/api/tickets/:no/decline',
    v.object({
      no: No,
      reason: Code('reason_missing'),
      note: RequiredText(LENGTHS.reason, 1, 'words_missing'),
    }),
    answers<DeskTicket>(),
  ),
  sign: post('/api/tickets/:no/sign', OneTicket, answers<DeskTicket>()),
  /** Answers no view: with the return the ticket leaves the department's sight. */
  return: post(
    '/api/tickets/:no/return',
    v.object({ no: No, note: RequiredText(LENGTHS.reason, 1, 'reason_missing') }),
    answers<{ no: string }>(),
  ),
  reply: post(
    '/api/tickets/:no/reply',
    v.object({ no: No, note: RequiredText(LENGTHS.reply, 1, 'words_missing') }),
    answers<DeskTicket>(),
  ),
  /** The agent asks the caller by telephone and writes down the answers. */
  callBackByAgent: post('/api/tickets/:no/desk/call-back', CallBackAnswers, answers<DeskTicket>()),
}
