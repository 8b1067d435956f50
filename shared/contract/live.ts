import { answers, get } from './contract.ts'
import { Nothing } from './fields.ts'

/** What happens at the desk, as a stream of events (`connected`, `work`, `renew`, `screen`, `ended`); see shared/work/live.ts. */
export const liveDesk = {
  stream: get('/api/desk/live', Nothing, answers<void>()),
}
