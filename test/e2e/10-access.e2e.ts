import type { APIResponse, Page } from '@playwright/test'
import { cases, deskCases } from '../../shared/contract/cases.ts'
import { certificates } from '../../shared/contract/certificates.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { drafts } from '../../shared/contract/drafts.ts'
import { starting } from '../../shared/contract/starting.ts'
import { hotline } from '../../shared/contract/hotline.ts'
import { ratings } from '../../shared/contract/ratings.ts'
import { session } from '../../shared/contract/session.ts'
import { PASSWORD } from './support/city.ts'
import type { Client } from './support/client.ts'
import { JUST_TWO } from './support/newborn.ts'
import { grantAll, sendCase } from './support/prepare.ts'
import { COMPLAINT } from './support/ticket.ts'
import { expect, test } from './support/test.ts'

/** Everything of one citizen that others could be curious about. */
async function belongings(client: (login: string) => Promise<Client>) {
  const owner = await client('mother03')
  const no = await sendCase(owner, JUST_TWO)
  const { items } = await grantAll(client, owner, no)
  const { draft } = await owner.call(starting.start, { lifeEvent: 'newborn' })
  const [card] = await owner.call(certificates.wallet)
  const ticket = { kind: 'complaint', category: 'street-cleaning', text: COMPLAINT, secret: 'no' }
  return {
    no,
    draft,
    identifier: card?.identifier ?? '',
    ticket: (await owner.call(hotline.file, ticket)).no,
    item: items[0]?.id ?? '',
  }
}

test('what belongs to somebody else is not found: case, draft, certificate, ticket', async ({ client }) => {
  const { no, draft, identifier, ticket, item } = await belongings(client)
  const calls: [Contract, Record<string, unknown>][] = [
    [cases.read, { no }],
    [cases.correction, { no }],
    [cases.withdraw, { no }],
    [ratings.read, { caseNo: no }],
    [ratings.rate, { caseNo: no, level: '1' }],
    [drafts.step, { draft, step: 's1' }],
    [drafts.save, { draft, step: 's1', 'applicant.relation': 'mother' }],
    [drafts.consent, { draft, decision: 'agree' }],
    [drafts.check, { draft }],
    [cases.send, { draft, declared: 'yes' }],
    [hotline.read, { no: ticket }],
  ]
  const pages = [`/cases/${no}`, `/apply/${draft}/s1`, `/ratings/${no}`, `/hotline/${ticket}`]
  const files = [`/files/cases/${no}/receipt`, `/files/certificates/${identifier}`]

  const stranger = await client('elder')
  for (const [contract, input] of calls)
    expect((await stranger.ask(contract, input)).status(), `${contract.method} ${contract.path}`).toBe(404)
  for (const path of [...pages, ...files]) expect((await stranger.request.get(path)).status(), path).toBe(404)

  const owner = await client('mother03')
  for (const path of [...pages, ...files]) expect((await owner.request.get(path)).status(), path).toBe(200)

  const elsewhere = await client('industry')
  for (const path of [`/desk/cases/${no}`, `/desk/items/${item}`, `/desk/tickets/${ticket}`])
    expect([403, 404], path).toContain((await elsewhere.request.get(path)).status())
  for (const path of files) expect([403, 404], path).toContain((await elsewhere.request.get(path)).status())
})

test('the desk is closed to citizens, and opens to nobody who is not signed in', async ({ client, page }) => {
  const citizen = await client('elder')
  for (const path of ['/desk', '/desk?kind=ticket', '/desk/certificates'])
    expect((await citizen.request.get(path)).status(), path).toBe(403)
  expect((await citizen.ask(deskCases.inbox)).status()).toBe(403)
  for (const path of [
    '/desk',
    '/my',
    '/my/certificates',
    '/cases/T1',
    '/hotline/mine',
    '/enterprise',
    '/apply/newborn',
  ]) {
    await page.goto(path)
    await expect(page, path).toHaveURL(/\/sign-in\?back=/)
  }
})

test('a form of another site changes nothing', async ({ client }) => {
  const { request } = await client('elder')
  const post = (headers: Record<string, string>): Promise<APIResponse> =>
    request.post(starting.start.path, { form: { lifeEvent: 'newborn' }, headers })
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) expect((await post(headers)).status(), JSON.stringify(headers)).toBe(403)
  const { drafts: open } = await (await request.get('/api/my')).json()
  expect(open).toEqual([])
})

test('signing in leads to pages of this site only', async ({ playwright, baseURL }) => {
  for (const back of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const request = await playwright.request.newContext({ baseURL })
    const form = { login: 'elder', password: PASSWORD, back }
    const headers = { accept: 'text/html' }
    const answer = await request.post(session.signIn.path, { form, headers, maxRedirects: 0 })
    expect(answer.headers().location, back).toBe('/my')
    const mode = await request.get(`/mode?elder=1&back=${encodeURIComponent(back)}`, { maxRedirects: 0 })
    expect(mode.headers().location, back).toBe('/')
    await request.dispose()
  }
})

test('a wrong password is refused without saying whether the account exists', async ({ page }) => {
  const seen: string[] = []
  for (const login of ['elder', 'nobody-here']) {
    await page.goto('/sign-in')
    await page.locator('[name=login]').fill(login)
    await page.locator('[name=password]').fill('not-the-password')
    await page.locator('form[action="/api/session"] button').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.locator('[name=login]')).toHaveValue(login)
    await expect(page.locator('[name=password]')).toHaveValue('')
    seen.push((await page.locator('.field-error').allTextContents()).join())
  }
  expect(seen[0]).toBe(seen[1])
})

test('signing out ends the session for good', async ({ as }) => {
  const page = await as('elder')
  const { cookies } = await page.context().storageState()
  await page.goto('/my')
  await page.locator('form[action="/api/session/end"] button').click()
  await expect(page).toHaveURL(/\/$/)
  await page.context().addCookies(cookies)
  await page.goto('/my')
  await expect(page).toHaveURL(/\/sign-in/)
})

const ELDER = 'elder'
const isElder = (page: Page) => page.locator('html').getAttribute('data-mode')

test('the elder mode is this browser’s alone, keeps the page, and works where pages come from memory', async ({
  page,
  browser,
}) => {
  await page.goto('/')
  await page.locator('header a[href^="/mode?elder=1"]').click()
  await expect(page).toHaveURL(/\/$/)
  expect(await isElder(page)).toBe(ELDER)
  await page.reload()
  expect(await isElder(page)).toBe(ELDER)
  await page.goto('/events/newborn')
  expect(await isElder(page)).toBe(ELDER)
  await expect(page.locator('aside a[href="tel:12345"]')).toBeVisible()

  const other = await browser.newPage()
  for (const path of ['/', '/events/newborn']) {
    await other.goto(path)
    expect(await isElder(other)).toBeNull()
  }
  await other.close()

  await page.locator('header a[href^="/mode?elder=0"]').click()
  await expect(page).toHaveURL(/\/events\/newborn$/)
  expect(await isElder(page)).toBeNull()
})

test('the other language shows the same page, and what was answered', async ({ as, client }) => {
  const { draft } = await (await client('rare')).call(starting.start, { lifeEvent: 'newborn' })
  const page = await as('rare')
  for (const [path, other] of [
    ['/', '/en'],
    ['/events/newborn', '/en/events/newborn'],
    ['/search?q=newborn', '/en/search?q=newborn'],
    [`/apply/${draft}/s1`, `/en/apply/${draft}/s1`],
    ['/my', '/en/my'],
  ] as const) {
    await page.goto(path)
    await page.locator('header a[hreflang=en]').click()
    await expect(page).toHaveURL(new URL(other, page.url()).href)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.locator('header a[hreflang="zh-CN"]').click()
    await expect(page).toHaveURL(new URL(path, page.url()).href)
  }
})
