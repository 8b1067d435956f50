import * as v from 'valibot'
import type { CheckView, StepView } from '../forms/view.ts'
import type { Problem } from '../problem.ts'
import { answers, get, post } from './contract.ts'
import { Id, Raw } from './fields.ts'

const Step = v.object({ draft: Id, step: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'bad_reference')) })

export interface Saved {
  draft: string
  step: string
  next: string
  problems: Problem[]
}

export const drafts = {
  start: post('/api/drafts', v.object({ lifeEvent: Id }), answers<{ draft: string; next: string }>()),
  step: get(
    '/api/drafts/:draft/steps/:step',
    v.object({ ...Step.entries, correct: v.optional(v.string()) }),
    answers<StepView>(),
  ),
  save: post('/api/drafts/:draft/steps/:step', v.objectWithRest(Step.entries, Raw), answers<Saved>()),
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
  check: get('/api/drafts/:draft/check', v.object({ draft: Id }), answers<CheckView>()),
}
