import type { Page } from '@playwright/test'
import { deskQueue, halls } from '../../shared/contract/queue.ts'
import { TODAY, wordsOf } from './support/city.ts'
import { headingOf, signInByForm } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const t = wordsOf('queue')
const HALL = 'city-centre'

/** The days after today that have places, as the page offers them. */
async function daysAhead(page: Page): Promise<string[]> {
  const links = page.locator('main a[href*="day="]')
  const days = await links.evaluateAll((all) =>
    all.map((each) => new URL(each.getAttribute('href') ?? '', location.href).searchParams.get('day') ?? ''),
  )
  return days.filter((day) => day > TODAY)
}

async function chooseDay(page: Page, day: string): Promise<void> {
  await page.locator(`main a[href*="day=${day}"]`).click()
  await page.waitForURL(new RegExp(`day=${day}`))
}

async function chooseTime(page: Page, slot: string): Promise<void> {
  await page.locator(`main [name=slot][value="${slot}"]`).check()
  await page.locator('main form[method=post] .actions button').click()
}

test('a stranger sees how long it takes, signs in, books, moves and gives up an appointment', async ({
  page,
}) => {
  await page.goto('/')
  await page.locator('header a[href="/halls"]').click()
  await page.locator(`main a[href="/halls/${HALL}"]`).click()
  await expect(page.locator('main table')).toContainText('个人事项')
  await page.locator(`main a[href="/halls/${HALL}/book?business=people"]`).click()
  await signInByForm(page, 'mother10')
  const [first = '', second = ''] = await daysAhead(page)

  await chooseDay(page, first)
  await page.locator('main form[method=post] .actions button').click()
  await expect(page.getByRole('alert')).toContainText(wordsOf('problems')('slot_missing'))
  await page.locator('main [name=priority][value=pregnant]').check()
  await chooseTime(page, `${first} 09:30`)
  await page.waitForURL(/\/my\/appointments\/\d{8}$/)
  const booked = page.url()
  await expect(headingOf(page)).toContainText('09:30')
  await expect(page.locator('main')).toContainText(t('now_booked_title'))
  await expect(page.locator('main')).toContainText('孕妇')

  await page.goto(`/halls/${HALL}/book?business=people&day=${first}`)
  await chooseTime(page, `${first} 09:30`)
  await expect(page.getByRole('alert')).toContainText(wordsOf('problems')('booked_twice', { time: '09:30' }))
  await expect(page.locator(`[name=slot][value="${first} 09:30"]`)).toBeChecked()

  await page.goto(booked)
  await page.getByRole('link', { name: t('change') }).click()
  await chooseDay(page, second)
  await chooseTime(page, `${second} 14:30`)
  await page.waitForURL(booked)
  await expect(headingOf(page)).toContainText('14:30')

  await page.goto('/my')
  await page.locator(`main a[href="${new URL(booked).pathname}"]`).click()
  await page.getByText(t('cancel'), { exact: true }).click()
  await page.getByRole('button', { name: t('cancel_now') }).click()
  await page.waitForURL(booked)
  await expect(page.locator('main')).toContainText(t('now_cancelled_title'))
  await expect(page.getByRole('link', { name: t('change') })).toHaveCount(0)
  await page.goto('/my/appointments')
  await expect(page.locator('main')).toContainText(t('none_coming'))
  await expect(page.locator('main')).toContainText(t('state_cancelled'))
})

test('whoever is called first by age is not asked why; a time that is gone is refused in words', async ({
  as,
}) => {
  const page = await as('elder')
  await page.goto(`/en/halls/${HALL}/book?business=results`)
  const [day = ''] = await daysAhead(page)
  await chooseDay(page, day)
  await expect(page.locator('main [name=priority]')).toHaveCount(0)
  await expect(page.locator('main')).toContainText('Aged 65 or over')
  await page
    .locator('main [name=slot]')
    .last()
    .evaluate((radio) => radio.setAttribute('value', '2020-01-01 09:00'))
  await page.locator('main [name=slot]').last().check()
  await page.locator('main form[method=post] .actions button').click()
  await expect(page.getByRole('alert')).toContainText(wordsOf('problems', 'en')('slot_gone'))
})

test('a ticket says to its holder how many are before it', async ({ client, page }) => {
  const hall = 'dongshan-centre'
  const counter = await client('counter')
  const { kiosk } = await counter.call(deskQueue.read, { hall })
  const key = new URL(kiosk, 'http://hall').searchParams.get('key')
  const take = async () => (await counter.call(halls.take, { hall, business: 'enterprises', key })).ticket
  const [first, second] = [await take(), await take()]
  await page.goto(`/halls/tickets/${first}`)
  await expect(headingOf(page)).toHaveText(t('ticket_title', { no: 'C001' }))
  await expect(page.getByRole('status')).toContainText(t('ticket_next'))
  await page.goto(`/halls/tickets/${second}`)
  await expect(page.getByRole('status')).toContainText(t('ticket_ahead_one', { n: 1 }))
  await page.goto(`/halls/${hall}`)
  await expect(page.locator('main tr').filter({ hasText: '企业事项' })).toContainText('2')
})
