import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { CaseView } from '../../shared/cases/view.ts'
import { cases, deskCases } from '../../shared/contract/cases.ts'
import { city, wordsOf } from './support/city.ts'
import { JUST_TWO } from './support/newborn.ts'
import { sendCase, untilCase } from './support/prepare.ts'
import { expect, signIn, test } from './support/test.ts'

/* The connection drops while somebody works at the desk: nothing typed is lost, and what was pressed is done once. */

const APPLICANT = 'mother10'
const REVIEWER = 'hospital'
const ITEM = 'birth-certificate'
const OPINION = '出生信息与分娩记录一致，同意签发。'
const words = wordsOf('desk-offline')
const clerkName = (login: string) => city.staff.find((each) => each.login === login)?.name ?? ''

/** A desk of its own whose network can be cut; that its requests fail then is what the test is about. */
async function deskOf(browser: Browser, login: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext()
  await signIn(context.request, login)
  return { page: await context.newPage(), context }
}

const stateOf = (page: Page) => page.locator('.desk-foot .live-state')
const actsOf = (page: Page) => page.locator('.outbox-acts li')

/** What this tab keeps under such names. */
function keptIn(page: Page, prefix: string): Promise<string[]> {
  return page.evaluate((begin) => Object.keys(sessionStorage).filter((key) => key.startsWith(begin)), prefix)
}

/** The page's script has come. */
async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(stateOf(page)).toHaveText(words('online'))
}

async function cut({ page, context }: { page: Page; context: BrowserContext }): Promise<void> {
  await context.setOffline(true)
  await expect(stateOf(page)).toContainText(words('lost', { at: '' }).slice(0, 5))
  await expect(page.locator('.outbox .notice-warn')).toContainText(words('lost_title'))
}

/** Leaving is asked about first; the answer is to stay. */
async function staysWhenLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => setTimeout(() => location.reload()))
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
}

test('the desk goes on while the connection is down, and everything is done once when it is back', async ({
  browser,
  client,
}) => {
  const mother = await client(APPLICANT)
  const no = await sendCase(mother, JUST_TWO)
  const until = (state: string) =>
    untilCase(mother, no, ({ items }) => items.some((each) => each.code === ITEM && each.state === state))
  const item = ({ items }: CaseView) => items.find(({ code }) => code === ITEM)

  await test.step('who was second reads that somebody else was there, and who', async () => {
    const counter = await deskOf(browser, 'counter2')
    await opened(counter.page, `/desk/cases/${no}`)
    await cut(counter)
    await counter.page.locator('form[action$="/acceptance"] button').click()
    await expect(actsOf(counter.page)).toHaveAttribute('data-state', 'waiting')
    await (await client('counter')).call(deskCases.accept, { no })
    await counter.context.setOffline(false)
    await expect(actsOf(counter.page)).toHaveAttribute('data-state', 'refused')
    await expect(actsOf(counter.page)).toContainText(wordsOf('refusals')('changed_meanwhile'))
    await expect(actsOf(counter.page)).toContainText(clerkName('counter'))
    await expect(stateOf(counter.page)).toContainText(words('back', { at: '' }).slice(0, 5))
    await counter.page.getByRole('link', { name: words('open') }).click()
    await expect(counter.page.locator('form[action$="/acceptance"]')).toHaveCount(0)
    await expect(actsOf(counter.page)).toHaveAttribute('data-state', 'refused')
    await counter.page.getByRole('button', { name: words('seen') }).click()
    await expect(actsOf(counter.page)).toHaveCount(0)
    await counter.context.close()
  })

  const desk = await deskOf(browser, REVIEWER)
  const { page } = desk
  const path = `/desk/items/${item(await until('reviewing'))?.id}`
  const note = page.locator('form[action$="/decision"] textarea[name=note]').first()

  await test.step('what was typed is there again after a reload', async () => {
    await opened(page, path)
    await note.fill(OPINION)
    await page.locator('input[name=checked]').first().check()
    await page.reload()
    await expect(page.locator('.outbox')).toContainText(words('restored'))
    await expect(note).toHaveValue(OPINION)
    await expect(page.locator('input[name=checked]').first()).toBeChecked()
  })

  await test.step('a step of the moment is not kept for later', async () => {
    await cut(desk)
    await page.locator('.desk-foot form button').last().click()
    await expect(page.locator('.outbox [role=alert]')).toHaveText(words('not_now_signOut'))
    await expect(actsOf(page)).toHaveCount(0)
  })

  await test.step('a decision waits; it can be taken back, and leaving is asked about', async () => {
    for (const point of await page.locator('input[name=checked]').all()) await point.check()
    const grant = page.locator('button[name=decision][value=grant]')
    await grant.click()
    await expect(actsOf(page)).toHaveAttribute('data-state', 'waiting')
    await page.getByRole('button', { name: words('cancel') }).click()
    await expect(actsOf(page)).toHaveCount(0)
    await grant.click()
    await grant.click()
    await expect(actsOf(page)).toHaveCount(1)
    await staysWhenLeaving(page)
    await expect(note).toHaveValue(OPINION)
  })

  await test.step('it is sent when the connection is back, and done once', async () => {
    await desk.context.setOffline(false)
    await expect(actsOf(page)).toHaveAttribute('data-state', 'done')
    await untilCase(mother, no, (view) => item(view)?.state !== 'reviewing')
    const { events } = await (await client(REVIEWER)).call(deskCases.item, { item: path.split('/').at(-1) })
    expect(events.filter(({ move }) => move === 'grant')).toHaveLength(1)
    expect(await keptIn(page, 'yz-typed')).toEqual([])
  })

  await test.step('whoever signs out leaves nothing in the tab', async () => {
    await page.evaluate(() => sessionStorage.setItem('yz-typed x', '{"by":"","sent":false,"values":{}}'))
    await page.locator('.desk-foot form button').last().click()
    await expect(page).not.toHaveURL(/\/desk/)
    expect(await keptIn(page, 'yz-')).toEqual([])
  })

  const { items } = await mother.call(cases.read, { no })
  expect(items.find(({ code }) => code === ITEM)?.state).not.toBe('denied')
  await desk.context.close()
})
