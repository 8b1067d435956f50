import * as v from 'valibot'
import type { AssistedLine, WhomView } from '../forms/whom.ts'
import type { CheckView, StepView } from '../forms/view.ts'
import type { Problem } from '../problem.ts'
import { answers, get, post } from './contract.ts'
import { Id, Nothing, Raw } from './fields.ts'

const Step = v.object({ draft: Id, step: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'bad_reference')) })

export interface Saved {
  draft: string
  step: string
  next: string
  problems: Problem[]
  /** The field where the page goes on when a row was added or taken away. */
  at?: string
}

/** What a page posts for one field: texts, or files of a multipart form. */
const RawOrFiles = v.union([Raw, v.array(v.object({ name: v.string(), data: v.instance(Uint8Array) }))])

/** How far a file came that is sent in pieces; all of it: it was looked through and stands in the draft, or was told. */
export interface UploadState {
  upload: string
  /** Bytes, of all. */
  received: number
  bytes: number
}

const Bytes = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
)
const FileName = v.pipe(v.string('missing'), v.maxLength(255, 'too_long_text'))

export const drafts = {
  /** For whom one may start it. */
  whom: get('/api/drafts/whom', v.object({ lifeEvent: Id }), answers<WhomView>()),
  /** What a member of staff fills in for others. */
  assisted: get('/api/desk/drafts', Nothing, answers<AssistedLine[]>()),
  /** Besides what is named, answers to questions that were given when trying it out, by element. */
  start: post(
    '/api/drafts',
    v.objectWithRest(
      {
        lifeEvent: Id,
        for: v.optional(
          v.pipe(v.string(), v.regex(/^((person|organisation):[\w-]{1,64})?$/, 'bad_reference')),
        ),
        name: v.optional(v.pipe(v.string(), v.maxLength(100, 'too_long_text'))),
        residentId: v.optional(v.pipe(v.string(), v.maxLength(30, 'too_long_text'))),
      },
      Raw,
    ),
    answers<{ draft: string; next: string }>(),
  ),
  step: get(
    '/api/drafts/:draft/steps/:step',
    v.object({ ...Step.entries, correct: v.optional(v.string()) }),
    answers<StepView>(),
  ),
  save: post('/api/drafts/:draft/steps/:step', v.objectWithRest(Step.entries, RawOrFiles), answers<Saved>()),
  consent: post(
    '/api/drafts/:draft/consent',
    v.object({ draft: Id, decision: v.picklist(['agree', 'decline'], 'missing') }),
    answers<Saved>(),
  ),
  materials: post(
    '/api/drafts/:draft/materials',
    v.objectWithRest({ draft: Id }, v.unknown()),
    answers<Saved>(),
  ),
  startUpload: post(
    '/api/drafts/:draft/uploads',
    v.object({
      draft: Id,
      material: Id,
      name: FileName,
      bytes: v.pipe(Bytes, v.minValue(1)),
      modified: v.pipe(v.string('missing'), v.maxLength(20, 'too_long_text')),
      begins: v.optional(v.literal('1')),
    }),
    answers<UploadState>(),
  ),
  upload: get(
    '/api/drafts/:draft/uploads/:upload',
    v.object({ draft: Id, upload: Id }),
    answers<UploadState>(),
  ),
  piece: post(
    '/api/drafts/:draft/uploads/:upload',
    v.object({ draft: Id, upload: Id, offset: Bytes, piece: v.unknown() }),
    answers<UploadState>(),
  ),
  check: get('/api/drafts/:draft/check', v.object({ draft: Id }), answers<CheckView>()),
}
