import * as v from 'valibot'
import type { SavedFilter } from '../work/inbox-asked.ts'
import { answers, get, post } from './contract.ts'
import { Nothing, RequiredText } from './fields.ts'
import { InboxFields } from './inbox-fields.ts'

const Named = { name: RequiredText(20) }

/** The ways of looking at the inbox that a member of staff has kept. */
export const inboxFilters = {
  list: get('/api/desk/filters', Nothing, answers<SavedFilter[]>()),
  /** Another of the same name takes its place. */
  keep: post('/api/desk/filters', v.object({ ...InboxFields, ...Named }), answers<SavedFilter>()),
  forget: post('/api/desk/filters/removal', v.object(Named), answers<SavedFilter>()),
}
