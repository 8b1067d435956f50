import { personOf, wordsOf } from './support/city.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application, factOf, headingOf, reloadUntil, signInByForm } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const login = 'mother01'
const cases = wordsOf('cases')

for (const words of ['生孩子', '出生', '上户口']) {
  test(`whoever types ${words} finds the life event first`, async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox').fill(words)
    await page.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/\/search\?/)
    await expect(page.locator('main .rows-row a').first()).toHaveAttribute('href', '/events/newborn')
  })
}

test('the guide says what it gives, what it takes, and what one application saves', async ({ page }) => {
  await page.goto('/search?q=生孩子')
  await page.locator('main a[href="/events/newborn"]').click()
  await expect(headingOf(page)).toContainText('生孩子')
  for (const item of ['出生医学证明首次签发', '预防接种证'])
    await expect(page.getByText(item).first()).toBeVisible()
  const numbers = page.locator('.number').filter({ has: page.locator('.number-before') })
  expect(await numbers.count()).toBeGreaterThanOrEqual(4)
  for (const number of await numbers.all()) {
    const before = Number((await number.locator('.number-before').textContent())?.replace(/\D/g, ''))
    const after = Number((await number.locator('.number-after').textContent())?.replace(/\D/g, ''))
    expect(before).toBeGreaterThan(after)
  }
})

test('a mother registers her baby: most of it is known, she gets a number and a receipt', async ({
  page,
}) => {
  const mother = personOf(login)
  const application = new Application(page)
  const counted = { known: 0, asked: 0 }

  await test.step('from the guide to signing in and back', async () => {
    await page.goto('/events/newborn')
    await page.locator('main a[href="/apply/newborn"]').first().click()
    await expect(page).toHaveURL(/\/sign-in\?back=/)
    await signInByForm(page, login)
    await expect(page).toHaveURL(/\/apply\/newborn$/)
    await application.begin()
  })

  await test.step('the situations', () => application.walk(ALL_SEVEN, { until: 'consent' }))

  await test.step('what would be looked up is named before it is', async () => {
    for (const source of ['人口基本信息', '婚姻登记信息', '出生医学信息', '户籍信息', '医疗保险参保信息'])
      await expect(page.locator('main')).toContainText(source)
    await application.agree()
  })

  await test.step('the city knows her and says who told it', async () => {
    await expect(factOf(page, '您的姓名')).toContainText(mother.name)
    const id = factOf(page, '您的公民身份号码')
    await expect(id).toContainText(mother.residentId.slice(-4))
    await expect(id).not.toContainText(mother.residentId)
    await application.goOn()
    await expect(factOf(page, '父亲姓名')).toContainText('民政局')
  })

  await test.step('short pages ask only what the city does not know', async () => {
    await application.walk(ALL_SEVEN, {
      until: 'materials',
      look: async () => {
        const rows = page.locator('main .facts-row')
        counted.known += await rows.count()
        counted.asked += application.step() === 'materials' ? 0 : (await application.questions()).length
        await expect(rows.filter({ hasNot: page.locator('.facts-end') })).toHaveCount(0)
      },
    })
    expect(counted.known).toBeGreaterThan(counted.asked * 1.5)
  })

  await test.step('what registers prove is not asked for on paper', async () => {
    await expect(page.locator('.rows-row').filter({ hasText: '居民户口簿' })).toContainText('免交')
    await expect(page.locator('input[type=file][name="delivery-bill"]')).toBeVisible()
    await application.giveMaterials()
  })

  const no = await test.step('she checks everything and sends', async () => {
    await expect(factOf(page, '宝宝姓名')).toContainText(String(ALL_SEVEN['child.name']))
    await expect(page.getByText('票据.png').first()).toBeVisible()
    return application.send()
  })

  await test.step('she has a case number and a receipt', async () => {
    expect(no).toMatch(/^T\d{8,}/)
    await expect(page.getByText(cases('sent_title'))).toBeVisible()
    await expect(page.getByText(cases('case_no', { no }))).toBeVisible()
    const receipt = page.locator(`main a[href="/files/cases/${no}/receipt"]`)
    await reloadUntil(page, receipt)
    await expect(receipt).toBeVisible()
    const file = await page.request.get(`/files/cases/${no}/receipt`)
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF')
  })

  await test.step('the case stands on her own page and in her messages', async () => {
    await page.goto('/my')
    await expect(page.locator(`main a[href="/cases/${no}"]`)).toBeVisible()
    await page.goto('/my/data')
    await expect(page.getByText('人口基本信息').first()).toBeVisible()
  })
})
