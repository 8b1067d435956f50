import { personOf, wordsOf } from './support/city.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application, factOf, headingOf, reloadUntil, signInByForm } from './support/pages.ts'
import { answerCallBack, dispatch, fileComplaint, REPLY, signAndReply } from './support/ticket.ts'
import { expect, test } from './support/test.ts'

test('a mother registers her baby with scripting switched off', async ({ page }) => {
  const application = new Application(page)
  await page.goto('/')
  await page.getByRole('searchbox').fill('出生')
  await page.getByRole('searchbox').press('Enter')
  await page.locator('main a[href="/events/newborn"]').first().click()
  await expect(headingOf(page)).toContainText('生孩子')
  await page.locator('main a[href="/apply/newborn"]').first().click()
  await signInByForm(page, 'mother04')
  await application.begin()
  await application.walk(ALL_SEVEN)
  await expect(factOf(page, '宝宝姓名')).toContainText(String(ALL_SEVEN['child.name']))
  const no = await application.send()
  await expect(page.getByText(wordsOf('cases')('case_no', { no }))).toBeVisible()
  await reloadUntil(page, page.locator(`main a[href="/files/cases/${no}/receipt"]`))
  const receipt = await page.request.get(`/files/cases/${no}/receipt`)
  expect((await receipt.body()).subarray(0, 4).toString()).toBe('%PDF')
})

test('a question that another answer brings up is asked without script as well', async ({ as }) => {
  const page = await as('mother04')
  const application = new Application(page)
  await page.goto('/apply/newborn')
  await application.begin()
  await application.walk(ALL_SEVEN, { until: 'delivery' })
  // What she chose in an earlier application is known: she asks to choose again.
  await page.goto(`${page.url()}?correct=delivery.mode`)
  await application.answer('delivery.mode', 'post')
  await page.getByRole('button', { name: wordsOf('apply')('save_and_go_on') }).click()
  await expect(application.control('delivery.address')).toBeVisible()
  await expect(application.control('delivery.mode').and(page.locator('[value=post]'))).toBeChecked()
})

test('a complaint is filed, dispatched, answered and closed with scripting switched off', async ({ as }) => {
  const caller = await as('elder')
  const no = await fileComplaint(caller)
  await dispatch(await as('hotline'), no)
  await signAndReply(await as('urban'), no)
  await caller.goto(`/hotline/${no}`)
  await expect(caller.locator('main')).toContainText(REPLY)
  await answerCallBack(caller, no)
  await expect(caller.locator('main')).toContainText(wordsOf('hotline')('now_closed'))
})

test('who is signed in stands on pages of their own with scripting switched off', async ({ as, page }) => {
  const agent = await as('agent')
  for (const path of ['/my', '/my/data', '/enterprise', '/hotline/mine', '/en/my/data/consents']) {
    await agent.goto(path)
    await expect(agent.locator('.site-session')).toContainText(personOf('agent').name)
  }
  await page.goto('/')
  await expect(page.locator('.site-session')).toHaveText(wordsOf('site')('sign_in'))
})
