import { OTHER_WALKS } from '../support/walks.ts'
import { walkToReceipt } from './support/event-walk.ts'
import { test } from './support/test.ts'

for (const event of ['company-opening', 'school-enrolment', 'credit-repair'] as const)
  test(`${event} is walked with scripting switched off`, async ({ as }) => {
    await walkToReceipt(OTHER_WALKS[event], as)
  })
