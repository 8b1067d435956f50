import type { Page } from '@playwright/test'
import { counter as contract, ownCode } from '../../shared/contract/counter.ts'
import { expectAccessible } from './support/accessible.ts'
import { personOf, wordsOf } from './support/city.ts'
import { expect, test } from './support/test.ts'
import { JUST_TWO } from './support/newborn.ts'
import { sendCase } from './support/prepare.ts'

const t = wordsOf('counter')
const desk = wordsOf('desk')
const VISITOR = 'mother09'
/** From the person being identified to the case being accepted. */
const MOST_KEYS = 6

/** Presses keys and counts them, from when the page takes them. */
function keysOf(page: Page) {
  let count = 0
  async function ready(): Promise<void> {
    const list = page.locator('#desk-keys')
    await expect(async () => {
      if (!(await list.isVisible())) await page.keyboard.press('?')
      await expect(list).toBeVisible({ timeout: 500 })
    }).toPass()
  }
  return {
    ready,
    pressed: () => count,
    async press(key: string): Promise<void> {
      // The list of keys is only how this test knows that the page's script has come.
      await ready()
      count += 1
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)])
    },
  }
}

test('somebody shows their code, is identified, and their clean application is accepted with few keys', async ({
  as,
  client,
}) => {
  const { name, residentId } = personOf(VISITOR)
  const no = await sendCase(await client(VISITOR), JUST_TWO)
  const person = await as(VISITOR)
  await person.goto('/my/code')
  const digits = (await person.locator('.own-code-digits').innerText()).replace(/\s/g, '')
  expect(digits).toMatch(/^\d{8}$/)
  await expect(person.locator('.qr-code')).toBeVisible()

  const clerk = await as('counter4')
  await clerk.goto('/desk/counter')
  await test.step('a scanner types into the field that has the cursor', async () => {
    await expect(clerk.locator('#f-code')).toBeFocused()
    await clerk.keyboard.type(digits)
    await Promise.all([clerk.waitForEvent('domcontentloaded'), clerk.keyboard.press('Enter')])
    await expect(clerk.locator('h1')).toHaveText(name)
    await expect(clerk.locator('main')).not.toContainText(residentId)
    await expect(clerk.locator('.counter-case').first()).toContainText(no)
  })

  const keys = keysOf(clerk)
  await test.step(`accepted with at most ${MOST_KEYS} keys`, async () => {
    await keys.press('1')
    await expect(clerk).toHaveURL(new RegExp(`/desk/cases/${no}$`))
    await keys.press('y')
    await expect(clerk.locator(`form[action$="/${no}/acceptance"]`)).toHaveCount(0)
    expect(keys.pressed()).toBeLessThanOrEqual(MOST_KEYS)
  })

  await test.step('the person sees where they were identified; the code is used up', async () => {
    await person.goto('/my/code')
    await expect(person.locator('#own-visits')).toContainText(wordsOf('my-code')('way_code'))
    await person.goto('/my/messages')
    await expect(person.locator('main')).toContainText(
      wordsOf('notices')('counter_identified_title', { place: '' }).slice(2),
    )
    const again = await (await client('counter2')).ask(contract.byCode, { code: digits })
    expect([again.status(), (await again.json()).problems?.[0]?.code]).toEqual([422, 'person_code_used'])
  })

  await test.step('back to the visitor and finished with a key each; nothing of them stays', async () => {
    await keys.press('v')
    await expect(clerk.locator('h1')).toHaveText(name)
    await keys.press('e')
    await clerk.goto('/desk/counter')
    await expect(clerk.locator('main')).not.toContainText(name)
  })

  await test.step('keys are silent in fields, and can be switched off', async () => {
    await clerk.goto('/desk')
    await keys.ready()
    await expect(clerk.locator('#desk-keys')).toContainText(desk('filter'))
    await clerk.locator('#desk-keys input[type=checkbox]').uncheck()
    const before = clerk.url()
    await clerk.keyboard.press('1')
    await clerk.keyboard.press('f')
    expect(clerk.url()).toBe(before)
    await clerk.reload()
    await clerk.keyboard.press('?')
    await expect(clerk.locator('#desk-keys')).toBeHidden()
    await clerk.locator('.desk-keys-button').click()
    await clerk.locator('#desk-keys input[type=checkbox]').check()
    await clerk.goto('/desk/counter')
    const field = clerk.locator('#f-code')
    await expect(field).toBeFocused()
    await clerk.keyboard.press('?')
    await expect(field).toHaveValue('?')
    await expect(clerk.locator('#desk-keys')).toBeHidden()
    await clerk.keyboard.press('Escape')
    await keys.ready()
    await expect(clerk.locator('#desk-keys')).toContainText(t('by_card'))
    await expect(field).toHaveValue('?')
  })

  await test.step('the pages have no fault', async () => {
    const { content } = await (await client(VISITOR)).call(ownCode.read, {})
    for (const path of ['/my/code', '/en/my/code']) await expectAccessible(person, path)
    for (const path of ['/desk/counter', '/en/desk/counter']) await expectAccessible(clerk, path)
    await (await client('counter4')).call(contract.byCode, { code: content })
    for (const path of ['/desk/counter', '/en/desk/counter']) await expectAccessible(clerk, path)
  })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the code is a page that a link makes anew, and the counter is forms', async ({ as }) => {
    const person = await as(VISITOR)
    await person.goto('/my/code')
    const first = await person.locator('.own-code-digits').innerText()
    await person.getByRole('link', { name: wordsOf('my-code')('another') }).click()
    const second = await person.locator('.own-code-digits').innerText()
    expect(second).not.toBe(first)
    const clerk = await as('counter2')
    await clerk.goto('/desk/counter')
    await clerk.locator('#f-code').fill(second)
    await clerk
      .getByRole('button', { name: t('identify') })
      .first()
      .click()
    await expect(clerk.locator('h1')).toHaveText(personOf(VISITOR).name)
    await clerk.getByRole('button', { name: t('finish') }).click()
    await clerk.goto('/desk/counter')
    await expect(clerk.locator('#f-code')).toBeVisible()
  })
})
