import * as v from 'valibot'
import { WORK_KINDS } from '../work/move.ts'

/** What of the inbox is asked for; nothing chosen is everything. */
export const InboxFields = {
  kind: v.optional(v.picklist([...WORK_KINDS, ''], 'bad_reference')),
  state: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{0,40}$/, 'bad_reference'))),
  due: v.optional(v.picklist(['today', 'overdue', ''], 'bad_reference')),
  whose: v.optional(v.picklist(['mine', 'nobody', ''], 'bad_reference')),
  unit: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{0,64}$/, 'bad_reference'))),
}
