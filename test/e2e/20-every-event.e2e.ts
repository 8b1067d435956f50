import { WALKS } from '../support/walks.ts'
import { walkToReceipt } from './support/event-walk.ts'
import { test } from './support/test.ts'

/*
 * Every life event of the catalogue, from its guide to the receipt: what is answered on each page follows from the
 * published document, so an event that is only data is walked as it is.
 */

test.describe.configure({ mode: 'parallel' })

for (const walk of WALKS)
  test(`${walk.event} is walked from its guide to the receipt`, async ({ as }) => {
    await walkToReceipt(walk, as)
  })
