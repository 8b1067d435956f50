import { wordsOf, type Lang } from './support/city.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application, headingOf, reloadUntil, signInByForm } from './support/pages.ts'
import { expectNoSidewaysScroll } from './support/sideways.ts'
import { expect, test } from './support/test.ts'

const WAYS: { lang: Lang; login: string; home: string; prefix: string; search: string; title: string }[] = [
  { lang: 'zh', login: 'mother05', home: '/', prefix: '', search: '生孩子', title: '生孩子' },
  {
    lang: 'en',
    login: 'mother06',
    home: '/en',
    prefix: '/en',
    search: 'having a baby',
    title: 'Having a baby',
  },
]

for (const { lang, login, home, prefix, search, title } of WAYS) {
  test(`a mother registers her baby on a phone, in ${lang === 'zh' ? 'Chinese' : 'English'}`, async ({
    page,
  }) => {
    const look = () => expectNoSidewaysScroll(page)
    const application = new Application(page, lang)
    const go = async (path: string) => {
      await page.goto(prefix + path)
      await look()
    }

    await page.goto(home)
    await look()
    await page.getByRole('searchbox').fill(search)
    await page.getByRole('searchbox').press('Enter')
    await expect(page.locator('main .rows-row a').first()).toHaveAttribute('href', `${prefix}/events/newborn`)
    await look()
    await page.locator(`main a[href="${prefix}/events/newborn"]`).first().click()
    await expect(headingOf(page)).toContainText(title)
    await look()
    await page.locator(`main a[href="${prefix}/apply/newborn"]`).first().click()
    await look()
    await signInByForm(page, login)
    await look()
    await application.begin()
    await application.walk(ALL_SEVEN, { look })
    const no = await application.send()
    await expect(page.getByText(wordsOf('cases', lang)('case_no', { no }))).toBeVisible()
    await reloadUntil(page, page.locator(`main a[href="/files/cases/${no}/receipt"]`))
    await look()
    for (const path of [
      '/my',
      '/my/certificates',
      '/my/messages',
      '/my/data',
      '/hotline',
      '/hotline/new',
      '/policies',
    ])
      await go(path)
    await go('/verify')
    await go('/items/household-registration')
    await go('/about')
  })
}

test('an English page has no Chinese words in its frame', async ({ page }) => {
  for (const path of ['/en', '/en/events/newborn', '/en/sign-in', '/en/hotline', '/en/verify']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    for (const place of ['.site-header nav', '.site-footer-links', 'h1'])
      expect(await page.locator(place).first().textContent(), `${place} of ${path}`).not.toMatch(
        /\p{Script=Han}/u,
      )
  }
})
