import * as v from 'valibot'
import { RATING_TEXT, RECTIFICATION_TEXT } from '../ratings/limits.ts'
import type { DeskRectification, RatingPage } from '../ratings/views.ts'
import { answers, get, post } from './contract.ts'
import { Id, Many, No, OptionalText, RatingLevel, RequiredText } from './fields.ts'

const OneCase = v.object({ caseNo: No })
const OneRectification = v.object({ id: Id })

/** A form has the tags of each level under a name of their own: only those of the chosen level count. */
const LevelTags = { tags1: Many, tags2: Many, tags3: Many, tags4: Many, tags5: Many }

/** Level and tags as a form posts them. */
export const RatingFields = v.object({ level: RatingLevel, tags: Many, ...LevelTags })

const Rating = v.pipe(
  v.object({ caseNo: No, ...RatingFields.entries, text: OptionalText(RATING_TEXT) }),
  v.transform(({ tags1, tags2, tags3, tags4, tags5, tags, ...rating }) => ({
    ...rating,
    tags: [...tags, ...([tags1, tags2, tags3, tags4, tags5][rating.level - 1] ?? [])],
  })),
)

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
    v.object({ id: Id, note: RequiredText(RECTIFICATION_TEXT, 1, 'words_missing') }),
    answers<DeskRectification>(),
  ),
}
