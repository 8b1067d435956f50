import * as v from 'valibot'
import { answers, get, post } from './contract.ts'
import type { Saved } from './drafts.ts'
import { Id } from './fields.ts'

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

/** What is handed in: with the page, or a big file in pieces. */
export const uploads = {
  materials: post(
    '/api/drafts/:draft/materials',
    v.objectWithRest({ draft: Id }, v.unknown()),
    answers<Saved>(),
  ),
  start: post(
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
  state: get(
    '/api/drafts/:draft/uploads/:upload',
    v.object({ draft: Id, upload: Id }),
    answers<UploadState>(),
  ),
  piece: post(
    '/api/drafts/:draft/uploads/:upload',
    v.object({ draft: Id, upload: Id, offset: Bytes, piece: v.unknown() }),
    answers<UploadState>(),
  ),
}
