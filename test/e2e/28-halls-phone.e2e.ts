import { appointments, deskQueue, halls } from '../../shared/contract/queue.ts'
import { wordsOf } from './support/city.ts'
import { expectNoSidewaysScroll } from './support/sideways.ts'
import { expect, test } from './support/test.ts'

const t = wordsOf('queue')

test('halls, bookings and appointments fit a phone, in both languages', async ({ as, client }, testInfo) => {
  const hall = 'yuntai-centre'
  const own = await client('mother11')
  const form = { hall, business: 'enterprises' }
  const day = (await own.call(appointments.form, form)).days.at(-1)?.day ?? ''
  const { no } = await own.call(appointments.book, { ...form, slot: `${day} 10:00` })
  const page = await as('mother11')
  for (const prefix of ['', '/en']) {
    for (const path of [
      '/halls',
      `/halls/${hall}`,
      `/halls/${hall}/book`,
      `/halls/${hall}/book?business=people`,
      `/halls/${hall}/book?business=people&day=${day}`,
      '/my',
      '/my/appointments',
      `/my/appointments/${no}`,
    ]) {
      const answer = await page.goto(prefix + path)
      expect(answer?.status(), path).toBe(200)
      await expectNoSidewaysScroll(page)
      const name = `${prefix}${path}`.replace(/\W+/g, '-').slice(1)
      await page.screenshot({ fullPage: true, path: testInfo.outputPath(`${name}.png`) })
    }
  }
})

test('a ticket keeps itself fresh: somebody with priority stands before it', async ({ client, page }) => {
  const hall = 'dongshan-centre'
  const counter = await client('counter')
  const { kiosk } = await counter.call(deskQueue.read, { hall })
  const wish = { hall, business: 'results', key: new URL(kiosk, 'http://hall').searchParams.get('key') }
  const { ticket } = await counter.call(halls.take, wish)
  await page.goto(`/halls/tickets/${ticket}`)
  await expect(page.getByRole('status')).toContainText(t('ticket_next'))
  await expect(page.getByText(t('ticket_fresh'))).toBeVisible()
  await counter.call(halls.take, { ...wish, priority: 'disabled' })
  await expect(page.getByRole('status')).toContainText(t('ticket_ahead_one', { n: 1 }), { timeout: 20_000 })
  await expect(page).toHaveTitle(new RegExp(t('ticket_short_one', { n: 1 })))
})
