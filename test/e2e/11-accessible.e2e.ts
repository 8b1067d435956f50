import type { Locator } from '@playwright/test'
import { starting } from '../../shared/contract/starting.ts'
import { expectAccessible } from './support/accessible.ts'
import { wordsOf } from './support/city.ts'
import { expect, test } from './support/test.ts'

const LANGUAGES = ['', '/en']
const OPEN = [
  '/',
  '/search?q=newborn',
  '/search?q=zzzz',
  '/events/newborn',
  '/items/household-registration',
  '/policies',
  '/policies/P001',
  '/hotline',
  '/halls',
  '/halls/city-centre',
  '/halls/city-centre/screen',
  '/verify',
  '/verify/unknown',
  '/sign-in',
  '/about',
  '/about/design',
]

const inLanguage = (prefix: string, path: string) => (prefix && path === '/' ? prefix : prefix + path)

for (const prefix of LANGUAGES) {
  test(`pages for everybody have no fault${prefix ? ', in English' : ''}`, async ({ page }) => {
    for (const path of OPEN) await expectAccessible(page, inLanguage(prefix, path))
  })
}

test('pages in elder mode have no fault', async ({ page, as }) => {
  await page.goto('/mode?elder=1&back=/')
  for (const path of ['/', '/search?q=newborn', '/events/newborn', '/hotline', '/verify', '/sign-in'])
    await expectAccessible(page, path)
  await expectAccessible(page, '/halls/city-centre')
  const citizen = await as('elder')
  await citizen.goto('/mode?elder=1&back=/')
  for (const path of ['/my', '/hotline/new', '/halls/city-centre/book?business=people', '/apply/newborn'])
    await expectAccessible(citizen, path)
})

test('in elder mode nothing that has the focus lies under the telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/mode?elder=1&back=/events/newborn')
  const bar = await page.locator('aside.call').boundingBox()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const element = document.activeElement
      const { top = 0 } = element?.getBoundingClientRect() ?? {}
      return { top, within: element?.closest('aside.call') !== null, text: element?.textContent ?? '' }
    })
    if (place.within) return
    expect(place.top, place.text).toBeLessThan(bar?.y ?? 0)
  }
})

test('a form page works by keyboard alone, from the skip link to the next page', async ({ as, client }) => {
  const { draft } = await (
    await client('agent')
  ).call(starting.start, { lifeEvent: 'newborn', 'applicant.relation': 'mother' })
  const page = await as('agent')
  await page.goto(`/apply/${draft}/s2`)
  await page.keyboard.press('Tab')
  const skip = page.locator('a.skip')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  const radio = page.locator('[name="situation.hasBirthCertificate"]').first()
  for (let presses = 0; presses < 10 && !(await isFocused(radio)); presses++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(radio).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: wordsOf('apply')('save_and_go_on') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/apply/${draft}/s3$`))
})

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement)
}

test('what went wrong takes the focus, which can be seen', async ({ as }) => {
  const page = await as('agent')
  await page.goto('/hotline/new')
  await page.locator('form[action="/api/tickets"] .actions button').click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  const outline = await summary.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
  })
  expect(outline).toBeGreaterThan(0)
})
