import type { Browser, Page } from '@playwright/test'
import { appointments, deskQueue, halls } from '../../shared/contract/queue.ts'
import { expectAccessible } from './support/accessible.ts'
import { personOf, TODAY, wordsOf } from './support/city.ts'
import { expect, test } from './support/test.ts'

const HALL = 'qinghe-centre'
const words = wordsOf('queue-desk')
const VISITOR = 'rare'

/** Sits down at a counter that is free. */
async function sit(page: Page, counter: string): Promise<void> {
  await page.goto('/desk/queue?choose=1')
  await page.locator(`form[action$="/${HALL}/seat"] button[value=${counter}]`).click()
  await expect(page).toHaveURL(new RegExp(`/desk/queue/${HALL}$`))
  await expect(page.locator('h1')).toContainText(counter)
}

/** Waits until keys work: the list of them opens with one too. */
async function untilKeys(page: Page): Promise<void> {
  const list = page.locator('#desk-keys')
  await expect(async () => {
    if (!(await list.isVisible())) await page.keyboard.press('?')
    await expect(list).toBeVisible({ timeout: 500 })
  }).toPass()
}

/** Presses a key and waits for the page that follows. */
async function press(page: Page, key: string): Promise<void> {
  await untilKeys(page)
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)])
}

/** Takes a ticket from the machine at the entrance, which knows no script and nobody's name. */
async function takeTicket(
  browser: Browser,
  baseURL: string | undefined,
  kiosk: string,
  priority = '',
): Promise<string> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(kiosk)
  await page.locator('a[href*="business=life-events"]').click()
  await expect(page.locator('main input:not([type=hidden])')).toHaveCount(0)
  await page.locator(`button[name=priority][value="${priority}"]`).click()
  await expect(page.locator('.qr-code')).toBeVisible()
  const no = await page.locator('h1').innerText()
  await context.close()
  return no
}

const inHand = (page: Page) => page.locator('.counter-no')
const missed = (page: Page) => page.locator('.counter-missed')

test('two clerks call two walk-ins and an appointment; one misses the call, one is sent on', async ({
  as,
  client,
  browser,
  baseURL,
  page: screen,
}) => {
  test.setTimeout(240_000)
  const first = await as('counter')
  const second = await as('counter2')
  await sit(first, 'A01')
  await sit(second, 'A02')
  const { kiosk } = await (await client('counter')).call(deskQueue.read, { hall: HALL })
  await (
    await client(VISITOR)
  ).call(appointments.book, { hall: HALL, business: 'life-events', slot: `${TODAY} 16:30` })
  const ordinary = await takeTicket(browser, baseURL, kiosk)
  const priority = await takeTicket(browser, baseURL, kiosk, 'disabled')

  await test.step('who waits is seen within seconds; the one with priority is called first', async () => {
    await expect(first.locator('.counter-line').first()).toContainText(ordinary)
    await press(first, 'n')
    await expect(inHand(first)).toHaveText(priority)
    await press(second, 'n')
    await expect(inHand(second)).toHaveText(ordinary)
  })

  await test.step('the screen shows numbers and counters, and nobody’s name', async () => {
    await screen.goto(`/halls/${HALL}/screen`)
    const calls = screen.locator('.screen-call')
    await expect(calls.filter({ hasText: priority })).toContainText('A01')
    await expect(calls.filter({ hasText: ordinary })).toContainText('A02')
  })

  await test.step('nobody comes after three calls: missed, and back into the line once', async () => {
    await press(second, 'r')
    await expect(second.locator('[value=miss]')).toHaveCount(0)
    await press(second, 'r')
    await press(second, 'm')
    await expect(missed(second)).toContainText(ordinary)
    await expect(screen.locator('.screen-call').filter({ hasText: ordinary })).toHaveCount(0)
    await press(second, 'b')
    await expect(missed(second)).toHaveCount(0)
    await expect(second.locator('.counter-waits').filter({ hasText: ordinary })).toBeVisible()
  })

  await test.step('the appointment arrives by name and telephone, without a second ticket', async () => {
    const { name, phone = '' } = personOf(VISITOR)
    await press(first, 'a')
    await first.locator('#arrival-name').fill(name)
    await first.locator('#arrival-phone').fill(phone.slice(-4))
    await first.locator('.counter-arrival button').click()
    await expect(first).toHaveURL(/given=A\d{3}$/)
  })
  const booked = new URL(first.url()).searchParams.get('given') ?? ''

  await test.step('sent on to the other counter, called there, served', async () => {
    await press(first, 's')
    await untilKeys(first)
    await first.keyboard.press('t')
    await first.locator('#transfer-business').selectOption('people')
    await first.locator('form[action$="/transfer"] select[name=counter]').selectOption('A02')
    await first.locator('form[action$="/transfer"] button').click()
    await expect(inHand(first)).toHaveCount(0)
    await press(second, 'n')
    await expect(inHand(second)).toHaveText(priority)
    await press(second, 's')
    await expect(second.locator('.counter-state')).toHaveText(words('now_serving'))
  })

  await test.step('whoever came back is called before a slot that has not begun; then the appointment', async () => {
    await press(first, 'n')
    await expect(inHand(first)).toHaveText(ordinary)
    await press(second, 'n')
    await expect(inHand(second)).toHaveText(booked)
    await expect(second.locator('.counter-now')).toContainText(personOf(VISITOR).name)
    await expect(screen.locator('.screen-call').filter({ hasText: booked })).toContainText('A02')
    await expect(screen.locator('main')).not.toContainText(personOf(VISITOR).name)
  })

  await test.step('none of their pages has a fault', async () => {
    const desk = [`/desk/queue/${HALL}`, `/en/desk/queue/${HALL}`, '/desk/queue?choose=1']
    const booking = `/desk/queue/${HALL}/appointments?business=people&day=${TODAY}`
    for (const path of [...desk, booking]) await expectAccessible(second, path)
    for (const step of ['', '&business=people', '&arrive=1']) await expectAccessible(screen, kiosk + step)
  })

  await test.step('both leave their counters empty', async () => {
    for (const page of [first, second]) {
      await page.goto('/desk/queue')
      await press(page, 's')
      await press(page, 'd')
      await press(page, 'l')
      await expect(page).toHaveURL(/\/desk\/queue$/)
    }
  })
})

test('whoever missed the call joins the line again on the page of their ticket, without script, once', async ({
  client,
  browser,
  baseURL,
}) => {
  const own = wordsOf('queue')
  const clerk = await client('counter2')
  await clerk.call(deskQueue.sit, { hall: HALL, counter: 'C01' })
  const { kiosk } = await clerk.call(deskQueue.read, { hall: HALL })
  const key = new URL(kiosk, 'http://hall').searchParams.get('key')
  const { ticket } = await clerk.call(halls.take, { hall: HALL, business: 'results', key })
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  const status = page.getByRole('status')
  const missTheCall = async () => {
    await clerk.call(deskQueue.call, { hall: HALL })
    await page.goto(`/halls/tickets/${ticket}`)
    await expect(status).toContainText('C01')
    for (const move of ['recall', 'recall', 'miss']) await clerk.call(deskQueue.move, { ticket, move })
    await page.reload()
    await expect(status).toContainText(own('ticket_missed'))
  }
  await missTheCall()
  await page.getByRole('button', { name: own('come_back') }).click()
  await expect(status).toContainText(own('ticket_next'))
  await missTheCall()
  await expect(status).toContainText(own('ticket_over_note'))
  await expect(page.getByRole('button', { name: own('come_back') })).toHaveCount(0)
  await clerk.call(deskQueue.leave, { hall: HALL })
  await context.close()
})
