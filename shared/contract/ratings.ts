import * as v from 'valibot'
import { MOST_TAGS, RATING_TEXT, RECTIFICATION_TEXT } from '../ratings/limits.ts'
import type { DeskRectification, RatingPage } from '../ratings/views.ts'
import { answers, get, post } from './contract.ts'
import { Id, Many, No, OptionalText, RequiredText } from './fields.ts'

const OneCase = v.object({ caseNo: No })
const OneRectification = v.object({ id: Id })

const Rating = v.object({
  caseNo: No,
  level: v.pipe(v.picklist(['1', '2', '3', '4', '5'], 'missing'), v.transform(Number)),
  tags: v.pipe(Many, v.maxLength(MOST_TAGS, 'not_an_option')),
  text: OptionalText(RATING_TEXT),
})

export type RatingInput = v.InferOutput<typeof Rating>

export const ratings = {
  read: get('/api/ratings/:caseNo', OneCase, answers<RatingPage>()),
  rate: post('/api/ratings/:caseNo', Rating, answers<RatingPage>()),
  /** The rater has seen the answer to a bad rating. */
  acknowledge: post('/api/ratings/:caseNo/acknowledge', OneCase, answers<RatingPage>()),

  desk: get('/api/rectifications/:id', OneRectification, answers<DeskRectification>()),
  /** The department turns to the rater, who reads the words in the portal. */
  contact: post(
    '/api/rectifications/:id/contact',
    v.object({ id: Id, note: OptionalText(RECTIFICATION_TEXT) }),
    answers<DeskRectification>(),
  ),
  answer: post(
    '/api/rectifications/:id/answer',
    v.object({ id: Id, note: RequiredText(RECTIFICATION_TEXT) }),
    answers<DeskRectification>(),
  ),
}
