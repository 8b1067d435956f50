import * as v from 'valibot'
import type { CheckView, StepView } from '../forms/view.ts'
import type { Problem } from '../problem.ts'
import { answers, get, post } from './contract.ts'
import { Id, Raw } from './fields.ts'

/** Which page of which draft. */
export const Step = v.object({
  draft: Id,
  step: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'bad_reference')),
})

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

export const drafts = {
  step: get(
    '/api/drafts/:draft/steps/:step',
    v.object({ ...Step.entries, correct: v.optional(v.string()) }),
    answers<StepView>(),
  ),
  save: post('/api/drafts/:draft/steps/:step', v.objectWithRest(Step.entries, RawOrFiles), answers<Saved>()),
  consent: post(
    '/api/drafts/:draft/consent',
    v.object({
      draft: Id,
      /** `code` has another code sent to the person for whom staff fill in. */
      decision: v.picklist(['agree', 'decline', 'code'], 'missing'),
      code: v.optional(v.string()),
    }),
    answers<Saved>(),
  ),
  check: get('/api/drafts/:draft/check', v.object({ draft: Id }), answers<CheckView>()),
}
