import { cases } from '../../shared/contract/cases.ts'
import { my } from '../../shared/contract/my.ts'
import { wordsOf } from './support/city.ts'
import { ALL_SEVEN, AS_OFFERED, JUST_TWO, PICTURE, TYPED } from './support/newborn.ts'
import { Application, factOf, signInByForm } from './support/pages.ts'
import { fillDraft } from './support/prepare.ts'
import { COMPLAINT } from './support/ticket.ts'
import { expect, test } from './support/test.ts'

const apply = wordsOf('apply')
const SHORT_NUMBER = '1390000'
const MEGABYTE = 1024 * 1024

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('a wrong answer is said beside its question and on top, and stands as it was typed', async ({
      as,
      client,
    }) => {
      const login = script ? 'mother07' : 'mother12'
      const draft = await fillDraft(await client(login), AS_OFFERED, 'parents')
      const page = await as(login)
      const application = new Application(page)
      await page.goto(`/apply/${draft}/parents`)
      const phone = application.control('father.phone')
      await phone.fill(SHORT_NUMBER)
      await page.getByRole('button', { name: apply('save_and_go_on') }).click()

      const field = page.locator('.field:has([name="father.phone"])')
      const problem = wordsOf('problems')('phone_form')
      await expect(field.locator('.field-error')).toContainText(problem)
      await expect(phone).toHaveValue(SHORT_NUMBER)
      await expect(phone).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByRole('alert')).toBeFocused()
      await page.getByRole('alert').getByRole('link', { name: problem }).click()
      await expect(phone).toBeFocused()

      await phone.fill(String(ALL_SEVEN['father.phone']))
      await application.goOn()
      expect(application.step()).toBe('child')
    })
  })
}

test('whoever is signed out while filling in a page signs in and finds the page as it was typed', async ({
  as,
  client,
}) => {
  const login = 'mother10'
  const draft = await fillDraft(await client(login), ALL_SEVEN, 'services')
  const page = await as(login)
  const application = new Application(page)
  await page.goto(`/apply/${draft}/services`)
  const asked = await application.questions()
  await application.answerAll(ALL_SEVEN)
  await page.context().clearCookies({ name: 'yz_session' })
  await page.getByRole('button', { name: apply('save_and_go_on') }).click()
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  await signInByForm(page, login)
  await expect(page).toHaveURL(new RegExp(`/apply/${draft}/services`))
  for (const name of asked) {
    const control = application.control(name)
    const typed = (await control.count()) > 1 ? page.locator(`[name="${name}"]:checked`) : control
    await expect(typed, name).toHaveValue(String(ALL_SEVEN[name]))
  }
  await application.goOn()
  expect(application.step()).toBe('delivery')
})

test('whoever is signed out while writing to 12345 finds the words again after signing in', async ({
  as,
}) => {
  const page = await as('elder')
  await page.goto('/hotline/new')
  await page.locator('[name=kind][value=complaint]').check()
  await page.locator('[name=category]').selectOption('street-cleaning')
  await page.locator('[name=text]').fill(COMPLAINT)
  await page.locator('[name=secret][value=yes]').check()
  await page.context().clearCookies({ name: 'yz_session' })
  await page.locator('form[action="/api/tickets"] .actions button').click()
  await signInByForm(page, 'elder')
  await expect(page).toHaveURL(/\/hotline\/new/)
  await expect(page.locator('[name=kind]:checked')).toHaveValue('complaint')
  await expect(page.locator('[name=category]')).toHaveValue('street-cleaning')
  await expect(page.locator('[name=text]')).toHaveValue(COMPLAINT)
  await expect(page.locator('[name=secret]:checked')).toHaveValue('yes')
  await page.locator('form[action="/api/tickets"] .actions button').click()
  await expect(page).toHaveURL(/\/hotline\/[A-Z\d]+/)
})

test('a file too big or of the wrong kind is said beside its material, and the others stay', async ({
  as,
  client,
}) => {
  const login = 'mother11'
  const draft = await fillDraft(await client(login), { ...TYPED, ...ALL_SEVEN }, 'materials')
  const page = await as(login)
  await page.goto(`/apply/${draft}/materials`)
  const material = (code: string) => page.locator('.field').filter({ has: page.locator(`[name="${code}"]`) })
  const give = (code: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
    page.locator(`input[type=file][name="${code}"]`).setInputFiles(file)
  const save = () => page.getByRole('button', { name: apply('save_and_go_on') }).click()

  await give('delivery-bill', PICTURE)
  await give('child-photo', { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是照片') })
  await save()
  await expect(material('child-photo').locator('.field-error')).toContainText(/jpg|png/i)
  await expect(page.getByRole('alert').getByRole('link').first()).toHaveAttribute('href', '#f-child-photo')
  await expect(material('delivery-bill')).toContainText(PICTURE.name)

  const large = Buffer.concat([PICTURE.buffer, Buffer.alloc(6 * MEGABYTE)])
  await give('child-photo', { name: '大照片.png', mimeType: 'image/png', buffer: large })
  await save()
  await expect(material('child-photo').locator('.field-error')).toContainText('5 MB')
  await expect(material('delivery-bill')).toContainText(PICTURE.name)

  for (const input of await page.locator('.field:not(:has(.files-given)) input[type=file]').all())
    await input.setInputFiles(PICTURE)
  await save()
  await expect(page).toHaveURL(/\/check$/)
})

test('a double click and a repeated post make one case', async ({ as, client }) => {
  const login = 'mother12'
  const mother = await client(login)
  const draft = await fillDraft(mother, JUST_TWO)
  const before = (await mother.call(my.overview)).cases.length
  const page = await as(login)
  await page.goto(`/apply/${draft}/check`)
  await page.locator('[name=declared]').check()
  const form = page.locator('form[action$="/submission"]')
  const key = await form.locator('[name=_key]').inputValue()
  await form.getByRole('button').dblclick()
  await expect(page).toHaveURL(/\/cases\/\w+\?sent=1$/)
  const { pathname } = new URL(page.url())

  const address = cases.send.path.replace(':draft', draft)
  for (let times = 0; times < 2; times++) {
    const again = await page.request.post(address, {
      form: { _key: key, declared: 'yes' },
      headers: { accept: 'text/html' },
      maxRedirects: 0,
    })
    expect(again.status()).toBe(303)
    expect(again.headers().location).toBe(`${pathname}?sent=1`)
  }
  expect((await mother.call(my.overview)).cases).toHaveLength(before + 1)
})

test('going back and changing an early answer keeps the later ones', async ({ as, client }) => {
  const login = 'mother08'
  const draft = await fillDraft(await client(login), AS_OFFERED)
  const page = await as(login)
  const application = new Application(page)
  await page.goto(`/apply/${draft}/s5`)
  await application.answer('situation.extras', ['social-security-card', 'vaccination-record'])
  await application.goOn()
  await page.goto(`/apply/${draft}/s4`)
  await expect(page.locator('[name="situation.householdWith"]:checked')).toHaveValue('mother')
  await application.answer('situation.householdWith', 'father')
  await application.goOn()
  await application.walk(AS_OFFERED)
  await expect(factOf(page, '宝宝姓名')).toContainText(String(AS_OFFERED['child.name']))
  await page.goto(`/apply/${draft}/parents`)
  await expect(application.control('father.phone')).toHaveValue(String(AS_OFFERED['father.phone']))
  await page.goto(`/apply/${draft}/child`)
  await expect(application.control('child.name')).toHaveValue(String(AS_OFFERED['child.name']))
})

test('a page left open goes on where it was on another device', async ({ as, client }) => {
  const login = 'mother07'
  const draft = await fillDraft(await client(login), AS_OFFERED, 'household')
  const page = await as(login)
  await page.goto('/my')
  await page.locator(`main a[href="/apply/${draft}/household"]`).click()
  await expect(page).toHaveURL(new RegExp(`/apply/${draft}/household$`))
})
