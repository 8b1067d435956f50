import * as v from 'valibot'
import { PERIODS, type EnterpriseLooksView, type LookView, type OwnLooksView } from '../exchange/my-view.ts'
import { REPORT_LENGTHS } from '../exchange/report-rules.ts'
import type { GivenConsent, ObjectionForm, ObjectionView, ReportLine } from '../exchange/report-view.ts'
import { answers, get, post } from './contract.ts'
import { Id, No, Nothing, RequiredText } from './fields.ts'

/** A code, or nothing: a select whose empty choice was sent. */
const MaybeNo = v.optional(v.union([No, v.literal('')], 'bad_reference'))

/** Comes with the address, which anybody may change: what narrows nothing is not there. */
const Filter = {
  before: v.fallback(v.optional(Id), undefined),
  unit: v.fallback(MaybeNo, ''),
  period: v.fallback(v.optional(v.picklist([...PERIODS, ''])), ''),
}

/** Where a wrong value was noticed: in a look-up, in a draft, in a case. */
const Noticed = { lookup: MaybeNo, field: MaybeNo, draft: MaybeNo, case: MaybeNo, element: MaybeNo }

const Objecting = v.objectWithRest(
  {
    ...Noticed,
    field: MaybeNo,
    was: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(REPORT_LENGTHS.value, 'too_long_text')), ''),
    should: RequiredText(REPORT_LENGTHS.value, 1, 'should_missing'),
    why: RequiredText(REPORT_LENGTHS.why, 4, 'why_missing'),
  },
  v.unknown(),
)

export type LooksFilter = v.InferOutput<v.ObjectSchema<typeof Filter, undefined>>
export type NoticedIn = v.InferOutput<v.ObjectSchema<typeof Noticed, undefined>>
export type ObjectionInput = v.InferOutput<typeof Objecting>

/** Who looked at one's facts (数据足迹), and what one can do about it. */
export const myData = {
  looks: get('/api/my/data', v.object(Filter), answers<OwnLooksView>()),
  look: get('/api/my/data/:lookup', v.object({ lookup: Id }), answers<LookView>()),
  /** Why did you look? */
  ask: post(
    '/api/my/data/:lookup/question',
    v.object({ lookup: Id, question: RequiredText(REPORT_LENGTHS.question, 4, 'question_missing') }),
    answers<{ lookup: string; no: string }>(),
  ),
  reports: get('/api/my/objections', Nothing, answers<ReportLine[]>()),
  objectionForm: get('/api/my/objections/form', v.object(Noticed), answers<ObjectionForm>()),
  object: post('/api/my/objections', Objecting, answers<{ no: string }>()),
  objection: get('/api/my/objections/:no', v.object({ no: No }), answers<ObjectionView>()),
  consents: get('/api/my/consents', Nothing, answers<GivenConsent[]>()),
  revoke: post('/api/my/consents/:consent/revocation', v.object({ consent: Id }), answers<{ ok: true }>()),
  /** Who looked at the facts of an enterprise one acts for. */
  enterprise: get(
    '/api/enterprise/data',
    v.object({ ...Filter, organisation: MaybeNo }),
    answers<EnterpriseLooksView>(),
  ),
}
