import type { Page } from '@playwright/test'
import { addWorkdays } from '../../shared/calendar/working-days.ts'
import type { CaseView } from '../../shared/cases/view.ts'
import { cases } from '../../shared/contract/cases.ts'
import { showShortDay } from '../../shared/format.ts'
import { CALENDAR, city, personOf, promisedDays, TODAY, wordsOf } from './support/city.ts'
import { lineOf, openFromInbox, press } from './support/desk.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application, headingOf, reloadUntil } from './support/pages.ts'
import { sendCase, untilCase } from './support/prepare.ts'
import { expect, test } from './support/test.ts'

const login = 'mother02'
const words = wordsOf('cases')
const desk = wordsOf('desk')
const REMEDY = city.items.find(({ code }) => code === 'maternity-reimbursement')?.remedy.zh ?? 'no remedy'

/** The day by which an item that is taken up today is promised. */
function dueDay(item: string): string {
  return addWorkdays(TODAY, promisedDays(item), CALENDAR)
}

test('the counter asks for one correction, five departments decide in order, one item needs nobody', async ({
  page,
  as,
  client,
  context,
}) => {
  const mother = await client(login)
  const no = await sendCase(mother, ALL_SEVEN)
  await context.addCookies((await mother.request.storageState()).cookies)
  const until = (fits: (view: CaseView) => boolean) => untilCase(mother, no, fits)
  const item = async (code: string) => {
    const found = (await mother.call(cases.read, { no })).items.find((each) => each.code === code)
    if (!found) throw new Error(`the case has no item ${code}`)
    return found
  }
  const itemAt = async (code: string) => `/desk/items/${(await item(code)).id}`
  const stepOf = (name: string) =>
    page.locator('.timeline-step').filter({ has: page.getByText(name, { exact: true }) })
  const reach = (code: string, state: string) =>
    until((view) => view.items.some((each) => each.code === code && each.state === state))

  /** The counter hands over what exists on paper, to whoever is named as the one who takes it. */
  async function handOver(code: string): Promise<void> {
    const desk = await as('counter')
    await openFromInbox(desk, await itemAt(code))
    await desk.locator('input[name=signing][value=paper]').check()
    await desk.locator('form:has(input[name=signing]) button[type=submit]').last().click()
    await expect(desk.locator('main')).toContainText(words('item_granted'))
  }

  /** A reviewer takes an item from the inbox, sees its due day, and grants it. */
  async function grant(reviewer: Page, code: string): Promise<void> {
    await openFromInbox(reviewer, await itemAt(code))
    await expect(reviewer.locator('main')).toContainText(showShortDay(dueDay(code), 'zh'))
    for (const point of await reviewer.locator('input[name=checked]').all()) await point.check()
    await press(reviewer, '/decision', 'grant')
    const view = await until(({ items }) =>
      items.some((each) => each.code === code && ['issued', 'granted'].includes(each.state)),
    )
    if (view.items.some((each) => each.code === code && each.state === 'issued')) await handOver(code)
    await reach(code, 'granted')
  }

  await test.step('all seven items are received', async () => {
    await page.goto(`/cases/${no}`)
    const { items } = await mother.call(cases.read, { no })
    expect(items).toHaveLength(7)
    for (const { name } of items) await expect(stepOf(name).first()).toContainText(words('item_received'))
  })

  const counter = await as('counter')
  await test.step('the counter asks her to correct the name', async () => {
    await openFromInbox(counter, `/desk/cases/${no}`)
    await expect(headingOf(counter)).toContainText(personOf(login).name)
    await counter.getByRole('link', { name: desk('ask') }).click()
    await counter.locator('summary', { hasText: desk('ask_answers') }).click()
    await counter.locator('[name=elements][value="child.name"]').check()
    await counter.locator('form[action$="/correction"] [name=note]').fill('姓名与预登记的不一致，请核对。')
    await press(counter, '/correction')
  })

  await test.step('she corrects just that', async () => {
    await page.reload()
    await expect(page.getByText('姓名与预登记的不一致，请核对。').first()).toBeVisible()
    await page.locator(`main a[href="/cases/${no}/correction"]`).click()
    const form = new Application(page)
    expect(await form.questions()).toEqual(['child.name'])
    await expect(form.control('child.name')).toHaveValue(String(ALL_SEVEN['child.name']))
    await form.answer('child.name', '林小溪')
    await page.getByRole('button', { name: words('correct_send') }).click()
    await expect(page).toHaveURL(new RegExp(`/cases/${no}$`))
    await expect(page.locator(`main a[href="/cases/${no}/correction"]`)).toHaveCount(0)
  })

  await test.step('the counter accepts; what needs another item waits without a clock', async () => {
    await openFromInbox(counter, `/desk/cases/${no}`)
    await expect(counter.locator('main')).toContainText('林小溪')
    await press(counter, '/acceptance')
    const { items } = await until((view) => view.items.every(({ state }) => state !== 'received'))
    const states = Object.fromEntries(items.map(({ code, state, dueDay }) => [code, [state, dueDay]]))
    expect(states).toEqual({
      'birth-registration': ['reviewing', dueDay('birth-registration')],
      'birth-certificate': ['reviewing', dueDay('birth-certificate')],
      'vaccination-record': ['waiting', null],
      'household-registration': ['waiting', null],
      'medical-insurance': ['waiting', null],
      'social-security-card': ['waiting', null],
      'maternity-reimbursement': ['waiting', null],
    })
  })

  const police = await as('police')
  await test.step('the police cannot decide before the hospital has', async () => {
    await police.goto('/desk')
    await expect(lineOf(police, await itemAt('household-registration'))).toHaveCount(0)
    await police.goto(await itemAt('household-registration'))
    await expect(police.locator('main')).toContainText((await item('birth-certificate')).name)
    await expect(police.locator('button[name=decision]')).toHaveCount(0)
  })

  await test.step('the hospital grants the birth certificate', async () => {
    await grant(await as('hospital'), 'birth-certificate')
  })

  await test.step('the vaccination record is granted by a rule, which shows its facts', async () => {
    const { explanation, name } = (await reach('vaccination-record', 'granted')).items.find(
      ({ code }) => code === 'vaccination-record',
    ) ?? { explanation: null, name: '' }
    expect(explanation?.conditions.length).toBe(3)
    await page.reload()
    const why = page.locator('details').filter({ hasText: name })
    await why.locator('summary').click()
    for (const { clause, fact, source } of explanation?.conditions ?? []) {
      const row = why.locator('.rows-row').filter({ hasText: clause })
      await expect(row).toContainText(fact)
      await expect(row).toContainText(source)
      expect(fact).not.toBe('')
    }
  })

  await test.step('the police enter the child: her number appears, and two clocks start only now', async () => {
    await expect.poll(async () => (await item('household-registration')).state).toBe('reviewing')
    for (const code of ['medical-insurance', 'social-security-card'])
      expect((await item(code)).dueDay, `${code} has no due day yet`).toBeNull()
    await grant(police, 'household-registration')
    await until((view) => view.items.every(({ state }) => state !== 'waiting'))
    for (const code of ['medical-insurance', 'social-security-card'])
      expect(await item(code)).toMatchObject({ state: 'reviewing', dueDay: dueDay(code) })
    const insurance = await as('insurance')
    await insurance.goto(await itemAt('medical-insurance'))
    const id = insurance.locator('.facts-row').filter({ hasText: /宝宝.*公民身份号码/ })
    await expect(id).toContainText(/3499\d{2}/)
    await page.goto('/my/certificates')
    await expect(page.locator('main')).toContainText('常住人口登记卡')
  })

  await test.step('insurance, card and birth registration are granted', async () => {
    await grant(await as('insurance'), 'medical-insurance')
    await grant(await as('social'), 'social-security-card')
    await grant(await as('health'), 'birth-registration')
  })

  await test.step('a denial needs a reason; she reads it together with her remedy', async () => {
    const insurance = await as('insurance')
    await openFromInbox(insurance, await itemAt('maternity-reimbursement'))
    await insurance.locator('button[value=deny]').click()
    await expect(insurance.locator('.field-error')).toBeVisible()
    await insurance
      .locator('form:has(button[value=deny]) [name=note]')
      .fill('票据上没有医院的章，按《社会保险法》第五十四条不予支付。')
    await press(insurance, '/decision', 'deny')
    await until(({ state }) => state === 'closed')
    await page.goto(`/cases/${no}`)
    const denied = stepOf((await item('maternity-reimbursement')).name).first()
    await expect(denied).toContainText(words('item_denied'))
    await expect(denied).toContainText('票据上没有医院的章')
    await expect(denied).toContainText(REMEDY)
  })

  await test.step('the case is closed and she may rate it', async () => {
    await expect(page.locator(`main a[href="/ratings/${no}"]`)).toBeVisible()
    await reloadUntil(page, page.locator(`main a[href^="/files/certificates/"]`).nth(4))
    await expect(page.locator(`main a[href^="/files/certificates/"]`)).toHaveCount(5)
  })
})
