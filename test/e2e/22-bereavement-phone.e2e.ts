import { OTHER_WALKS } from '../support/walks.ts'
import { walkToReceipt } from './support/event-walk.ts'
import { expect, test } from './support/test.ts'

test('a death in the family is walked on a phone, and no page is wider than it', async ({ as }) => {
  const { page } = await walkToReceipt(OTHER_WALKS.bereavement, as)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
