import * as v from 'valibot'
import { RATING_TEXT } from '../ratings/limits.ts'
import { SCREEN_TASKS } from '../screens/task.ts'
import type { DeskScreenView, ScreenState, ScreenView } from '../screens/views.ts'
import { answers, get, post } from './contract.ts'
import { Id, No, Nothing, OptionalText, RequiredText } from './fields.ts'
import { RatingFields } from './ratings.ts'

const Version = v.pipe(v.string('missing'), v.regex(/^\d{1,12}$/, 'number_format'), v.transform(Number))
/** What was shown is what is answered: the version of the screen, and a mark of the content. */
const OfTask = v.object({ version: Version, seen: OptionalText(100) })
/** The page of the desk that the clerk comes back to. */
const Page = OptionalText(300)

/** What the screen itself does; its key stands in a cookie that it got when it was paired. */
export const counterScreen = {
  read: get('/api/counter-screen', Nothing, answers<ScreenView>()),
  state: get('/api/counter-screen/state', Nothing, answers<ScreenState>()),
  pair: post(
    '/api/counter-screen/pairing',
    v.object({ code: RequiredText(20, 1, 'screen_code_missing') }),
    answers<{ paired: boolean }>(),
  ),
  /** Signed: the name, and the strokes as `signature` in shared/elements has them. */
  sign: post(
    '/api/counter-screen/signature',
    v.object({ ...OfTask.entries, name: RequiredText(100), drawn: OptionalText(4000) }),
    answers<{ paired: boolean }>(),
  ),
  /** “Something is wrong.” */
  object: post('/api/counter-screen/objection', OfTask, answers<{ paired: boolean }>()),
  rate: post(
    '/api/counter-screen/rating',
    v.pipe(
      v.object({ ...OfTask.entries, ...RatingFields.entries, text: OptionalText(RATING_TEXT) }),
      v.transform(({ tags1, tags2, tags3, tags4, tags5, tags, ...rating }) => ({
        ...rating,
        tags: [...tags, ...([tags1, tags2, tags3, tags4, tags5][rating.level - 1] ?? [])],
      })),
    ),
    answers<{ paired: boolean }>(),
  ),
  /** Somebody touched it: what is shown stays a while longer. */
  touch: post('/api/counter-screen/touch', Nothing, answers<{ paired: boolean }>()),
}

/** A clerk's second screen. */
export const deskScreen = {
  read: get('/api/desk/screen', Nothing, answers<DeskScreenView>()),
  /** A new code; whatever screen was paired before is not any more. */
  code: post('/api/desk/screen/code', v.object({ page: Page }), answers<{ code: string; page: string }>()),
  push: post(
    '/api/desk/screen/task',
    v.object({
      kind: v.picklist(SCREEN_TASKS, 'missing'),
      draft: v.optional(Id),
      material: v.optional(No),
      caseNo: v.optional(No),
      document: v.optional(Id),
      item: v.optional(Id),
      /** Who takes the result, if it is not the applicant. */
      receiver: OptionalText(60),
      page: Page,
    }),
    answers<DeskScreenView & { page: string }>(),
  ),
  clear: post(
    '/api/desk/screen/clear',
    v.object({ page: Page }),
    answers<DeskScreenView & { page: string }>(),
  ),
  end: post('/api/desk/screen/end', v.object({ page: Page }), answers<DeskScreenView & { page: string }>()),
}
