import * as v from 'valibot'
import { REPORT_LENGTHS } from '../exchange/report-rules.ts'
import type { DeskObjectionView, DeskQuestionView, ObjectionForm } from '../exchange/report-view.ts'
import { answers, get, post } from './contract.ts'
import { Chosen, No, OptionalText, RequiredText } from './fields.ts'

const OfReport = v.object({ no: No })
const InCase = { case: No, element: No }

/** Questions about look-ups and reports of wrong values, at the desks of those who answer them. */
export const dataReports = {
  question: get('/api/exchange/questions/:no', OfReport, answers<DeskQuestionView>()),
  answer: post(
    '/api/exchange/questions/:no/answer',
    v.object({ no: No, note: RequiredText(REPORT_LENGTHS.answer, 4, 'words_missing') }),
    answers<DeskQuestionView>(),
  ),
  objection: get('/api/exchange/objections/:no', OfReport, answers<DeskObjectionView>()),
  /** To the department that keeps the resource. */
  dispatch: post(
    '/api/exchange/objections/:no/dispatch',
    v.object({ no: No, note: OptionalText(REPORT_LENGTHS.answer) }),
    answers<DeskObjectionView>(),
  ),
  /** The provider corrected it, says why it stands, or hands it back. Answers no view: it may leave their sight. */
  verify: post(
    '/api/exchange/objections/:no/answer',
    v.object({
      no: No,
      decision: Chosen(['correct', 'reject', 'return'], 'decision_missing'),
      note: OptionalText(REPORT_LENGTHS.answer),
    }),
    answers<{ no: string; seen: boolean }>(),
  ),
  /** A reviewer noticed it in a case. */
  form: get('/api/exchange/objections/form', v.object(InCase), answers<ObjectionForm>()),
  raise: post(
    '/api/exchange/objections',
    v.object({
      ...InCase,
      should: RequiredText(REPORT_LENGTHS.value, 1, 'should_missing'),
      why: RequiredText(REPORT_LENGTHS.why, 4, 'why_missing'),
    }),
    answers<{ no: string; case: string }>(),
  ),
}
