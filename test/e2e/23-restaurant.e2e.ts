import type { Page } from '@playwright/test'
import { bundle } from '../support/published.ts'
import { fullestAnswers } from '../support/walks.ts'
import { personOf, wordsOf } from './support/city.ts'
import { EventWalk } from './support/event-walk.ts'
import { headingOf } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const agreements = wordsOf('agreements')
const REASON = '店铺面积写错了，请先改'

/** The legal representative herself opens the restaurant in premises that a shareholder lends. */
const ANSWERS = {
  ...fullestAnswers(bundle('restaurant')),
  'premises.source': 'shareholder',
  'premises.ownerResidentId': personOf('shareholder').residentId,
}

/** The invitation, found where whoever is asked finds it: among their messages on their own page. */
async function openInvitation(page: Page): Promise<void> {
  await page.goto('/my')
  await page.locator('main a[href^="/invitations/"]').first().click()
  await page.waitForURL(/\/invitations\/[\w-]+$/)
}

function formWith(page: Page, field: string) {
  return page.locator('main form').filter({ has: page.locator(`[name=${field}]`) })
}

test('a restaurant is opened once the shareholder, who declined first, has signed as himself', async ({
  as,
}) => {
  const page = await as('restaurant-head')
  const shareholder = await as('shareholder')
  const { name } = personOf('shareholder')
  const walk = new EventWalk(page, personOf('restaurant-head').name, ANSWERS)

  await test.step('the representative fills it in for her company', async () => {
    await walk.findOut('restaurant')
    await walk.begin()
    await walk.walk()
  })

  await test.step('it cannot be sent: the shareholder is missing, and is asked', async () => {
    await expect(page.locator('[name=declared]')).toHaveCount(0)
    const line = page.locator('main li.rows-row').filter({ hasText: name })
    await expect(line).toContainText(agreements('state_to-invite'))
    await page.getByRole('button', { name: agreements('invite') }).click()
    await expect(line).toContainText(agreements('state_invited'))
  })

  await test.step('he signs in as himself, sees his part and nothing else, and declines', async () => {
    await openInvitation(shareholder)
    await expect(headingOf(shareholder)).toContainText(agreements('invitation_title'))
    const seen = shareholder.locator('main')
    await expect(seen).toContainText('云溪石桥人家餐饮有限公司')
    await expect(seen).not.toContainText('食品安全管理员')
    await shareholder.locator('summary').click()
    await formWith(shareholder, 'reason').locator('[name=reason]').fill(REASON)
    await formWith(shareholder, 'reason').getByRole('button').click()
    await expect(seen).toContainText(agreements('answered_declined'))
  })

  await test.step('she reads why, and asks him again', async () => {
    await page.reload()
    await expect(page.locator('main')).toContainText(REASON)
    await page.getByRole('button', { name: agreements('invite') }).click()
  })

  await test.step('his signature is his own name, no other', async () => {
    await openInvitation(shareholder)
    const form = formWith(shareholder, 'signature')
    await form.locator('[name=signature]').fill('邵一鸣')
    await form.getByRole('button').click()
    await expect(shareholder.locator('.summary')).toBeVisible()
    await form.locator('[name=signature]').fill(name)
    await form.getByRole('button').click()
    await expect(shareholder.locator('main')).toContainText(agreements('answered_agreed'))
  })

  await test.step('now it goes out, and the case says who agreed', async () => {
    await page.reload()
    const no = await walk.application.send()
    await page.goto(`/cases/${no}`)
    await expect(page.locator('main')).toContainText(name)
  })
})
