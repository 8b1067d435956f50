import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { wordsOf } from './support/city.ts'
import { headingOf, signInByForm } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const words = wordsOf('guidance')

async function answer(page: Page, value: string | string[]): Promise<void> {
  for (const each of [value].flat())
    await page.locator(`main input:not([type=hidden])[value="${each}"]`).first().check()
  await page.getByRole('button', { name: words('next') }).click()
}

test('whoever is not sure tries it out without signing in, and begins with the same answers', async ({
  page,
}) => {
  await page.goto('/events/newborn')
  await page.locator('main a[href="/events/newborn/try"]').first().click()
  await expect(headingOf(page)).toContainText('您是宝宝的母亲还是父亲')
  const applies = page.locator('.applies')

  await test.step('an unanswered question says so', async () => {
    await page.getByRole('button', { name: words('next') }).click()
    await expect(page.locator('.field-error')).toBeVisible()
  })

  await test.step('at every point the page says what is in and what is not', async () => {
    await answer(page, 'mother')
    await answer(page, 'yes')
    await expect(page.locator('.applies-out')).toContainText('出生医学证明首次签发')
    await page.locator('.facts-row', { hasText: '出生医学证明' }).getByRole('link').click()
    await answer(page, 'no')
    await expect(page.locator('.applies-in')).toContainText('出生医学证明首次签发')
    await answer(page, 'yes')
    await answer(page, 'grandparent')
    await expect(page.locator('.applies-counter')).toContainText('当面核验')
  })

  await test.step('an answer can be changed, and the others stay', async () => {
    await page.locator('.facts-row', { hasText: '户口随谁' }).getByRole('link').click()
    await answer(page, 'mother')
    await expect(applies.filter({ hasText: '当面核验' })).toHaveCount(0)
    await answer(page, ['medical-insurance'])
    await expect(headingOf(page)).toContainText(words('outcome_title'))
  })

  await test.step('the outcome says what is handed in and what not', async () => {
    await expect(page.getByText('免交').first()).toBeVisible()
    await expectAccessible(page, new URL(page.url()).pathname + new URL(page.url()).search)
  })

  await test.step('nothing is asked twice', async () => {
    await page.getByRole('link', { name: words('apply') }).click()
    await signInByForm(page, 'lin')
    await page.locator('form[action="/api/drafts"]').getByRole('button').click()
    await expect(page).toHaveURL(/\/apply\/[\w-]+\/consent$/)
  })
})

test('a plain no names the way that remains', async ({ page }) => {
  await page.goto('/events/credit-repair/try?situation.creditRecord=other')
  await expect(headingOf(page)).toContainText(words('blocked_title'))
  await expect(page.getByText('请联系作出认定的部门')).toBeVisible()
  await page.goto('/events/restaurant/try?situation.hasLicence=no')
  await expect(page.locator('main a[href="/events/company-opening"]')).toBeVisible()
})

test('a guide has its flow as a picture, its forms on paper, and a view for paper', async ({ page }) => {
  await page.goto('/events/newborn')
  await expect(page.locator('svg.flow-wide a')).toHaveCount(7)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('svg.flow-narrow a').first()).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  const [data] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'GovernmentService', name: '新生儿出生' })

  await page.goto('/items/household-registration')
  for (const kind of ['blank', 'sample']) {
    const form = page.locator(`main a[href="/files/forms/household-registration/${kind}"]`)
    const file = await page.request.get((await form.getAttribute('href')) ?? '')
    expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF')
  }

  await page.goto('/events/newborn?print=1')
  await expect(page.locator('.site-nav, .site-footer')).toHaveCount(0)
  await expect(headingOf(page)).toContainText('生孩子')
})

test('a life event that is found shows its items under it', async ({ page }) => {
  await page.goto('/search?q=生孩子')
  const [first] = await page.locator('main .rows-row').all()
  await expect(first?.locator('.found-items a') ?? page.locator('main')).toHaveCount(7)
})
