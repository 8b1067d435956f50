import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { cases, deskCases } from '../../shared/contract/cases.ts'
import { drafts } from '../../shared/contract/drafts.ts'
import { hotline } from '../../shared/contract/hotline.ts'
import { ratings } from '../../shared/contract/ratings.ts'
import { wordsOf } from './support/city.ts'
import type { Client } from './support/client.ts'
import { ALL_SEVEN, JUST_TWO } from './support/newborn.ts'
import { fillDraft, grantAll, sendCase } from './support/prepare.ts'
import { COMPLAINT, REPLY } from './support/ticket.ts'
import { expect, test } from './support/test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const LANGUAGES = ['', '/en']
const APPLICANT: Record<string, string> = { 'applicant.relation': 'father' }

const OPEN = [
  '/',
  '/search?q=newborn',
  '/search?q=zzzz',
  '/events/newborn',
  '/items/household-registration',
  '/policies',
  '/policies/P001',
  '/hotline',
  '/verify',
  '/verify/unknown',
  '/sign-in',
  '/about',
  '/about/design',
]
const STEPS = ['s1', 's6', 'consent', 'applicant', 'parents', 'child', 'household', 'services', 'delivery']

/** No fault by the rules of WCAG, at both widths. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  await page.goto(path)
  // The telephone of the elder mode lies over whatever is at the lower edge just now; the page scrolls under it.
  const call = page.locator('aside.call')
  if (await call.count()) await call.evaluate((bar) => (bar.style.position = 'static'))
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
    expect.soft(found, `${path} at ${size.width} px`).toEqual([])
  }
}

const inLanguage = (prefix: string, path: string) => (prefix && path === '/' ? prefix : prefix + path)

for (const prefix of LANGUAGES) {
  test(`pages for everybody have no fault${prefix ? ', in English' : ''}`, async ({ page }) => {
    for (const path of OPEN) await expectAccessible(page, inLanguage(prefix, path))
  })
}

test('pages in elder mode have no fault', async ({ page, as }) => {
  await page.goto('/mode?elder=1&back=/')
  for (const path of ['/', '/search?q=newborn', '/events/newborn', '/hotline', '/verify', '/sign-in'])
    await expectAccessible(page, path)
  const citizen = await as('elder')
  await citizen.goto('/mode?elder=1&back=/')
  for (const path of ['/my', '/hotline/new', '/apply/newborn']) await expectAccessible(citizen, path)
})

test('in elder mode nothing that has the focus lies under the telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/mode?elder=1&back=/events/newborn')
  const bar = await page.locator('aside.call').boundingBox()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const element = document.activeElement
      const { top = 0 } = element?.getBoundingClientRect() ?? {}
      return { top, within: element?.closest('aside.call') !== null, text: element?.textContent ?? '' }
    })
    if (place.within) return
    expect(place.top, place.text).toBeLessThan(bar?.y ?? 0)
  }
})

test.describe('of an application under way', () => {
  /** A filled draft, a case in which something must be corrected, a closed and badly rated one, an answered ticket. */
  async function lived(client: (login: string) => Promise<Client>) {
    const father = await client('father')
    const counter = await client('counter')
    const answers = { ...JUST_TWO, ...APPLICANT }
    const correcting = await sendCase(father, answers)
    await counter.call(deskCases.ask, { no: correcting, elements: ['child.name'], note: '请核对姓名。' })
    const rated = await sendCase(father, answers)
    await grantAll(client, father, rated)
    await father.call(ratings.rate, { caseNo: rated, level: '1', tags: ['115'], text: '等了很久。' })
    const open = await sendCase(father, answers)
    await counter.call(deskCases.accept, { no: open })
    const filing = { kind: 'complaint', category: 'street-cleaning', text: COMPLAINT, secret: 'no' }
    const { no: ticket } = await father.call(hotline.file, filing)
    await (await client('hotline')).call(hotline.dispatch, { no: ticket, department: 'urban-management' })
    await (await client('urban')).call(hotline.sign, { no: ticket })
    await (await client('urban')).call(hotline.reply, { no: ticket, note: REPLY })
    const draft = await fillDraft(father, { ...ALL_SEVEN, ...APPLICANT })
    const { items } = await father.call(cases.read, { no: open })
    return { correcting, rated, open, ticket, draft, item: items[0]?.id ?? '' }
  }

  test('no page of a citizen and none of the desk has a fault', async ({ client, as }) => {
    test.setTimeout(240_000)
    const { correcting, rated, open, ticket, draft, item } = await lived(client)
    const citizen = await as('father')
    const steps = [...STEPS, 'materials', 'check'].map((step) => `/apply/${draft}/${step}`)
    const own = [
      '/my',
      '/my/certificates',
      '/my/messages',
      '/my/data',
      '/hotline/mine',
      '/hotline/new',
      '/enterprise',
      `/hotline/${ticket}`,
      `/cases/${open}`,
      `/cases/${rated}`,
      `/ratings/${rated}`,
      `/cases/${correcting}`,
      `/cases/${correcting}/correction`,
      '/apply/newborn',
      ...steps,
    ]
    for (const path of own) await expectAccessible(citizen, path)
    for (const path of own.filter((_, index) => index % 3 === 0))
      await expectAccessible(citizen, `/en${path}`)

    const desks: [string, string[]][] = [
      ['counter', ['/desk', `/desk/cases/${correcting}`, `/desk/cases/${open}`]],
      ['hospital', ['/desk', `/desk/items/${item}`]],
      ['hotline', ['/desk?kind=ticket', `/desk/tickets/${ticket}`]],
      ['certificates', ['/desk/certificates', '/desk/certificates?identifier=1.2.156']],
      ['supervisor', ['/desk', '/desk?due=today']],
    ]
    for (const [login, paths] of desks) {
      const staff = await as(login)
      for (const path of paths) await expectAccessible(staff, path)
    }
    const health = await as('health')
    await health.goto('/desk?kind=rectification')
    const task = await health.locator('a.inbox-row').first().getAttribute('href')
    await expectAccessible(health, task ?? '')
  })
})

test('an enterprise’s agent has no faulty page', async ({ as }) => {
  await expectAccessible(await as('agent'), '/enterprise')
})

test('a form page works by keyboard alone, from the skip link to the next page', async ({ as, client }) => {
  const { draft } = await (await client('agent')).call(drafts.start, { lifeEvent: 'newborn' })
  const page = await as('agent')
  await page.goto(`/apply/${draft}/s1`)
  await page.keyboard.press('Tab')
  const skip = page.locator('a.skip')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  const radio = page.locator('[name="applicant.relation"]').first()
  for (let presses = 0; presses < 10 && !(await isFocused(radio)); presses++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(radio).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: wordsOf('apply')('save_and_go_on') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/apply/${draft}/s2$`))
})

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement)
}

test('what went wrong takes the focus, which can be seen', async ({ as }) => {
  const page = await as('agent')
  await page.goto('/hotline/new')
  await page.locator('form[action="/api/tickets"] .actions button').click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  const outline = await summary.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
  })
  expect(outline).toBeGreaterThan(0)
})
