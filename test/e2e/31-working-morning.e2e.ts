import type { Page } from '@playwright/test'
import type { CaseView } from '../../shared/cases/view.ts'
import { addWorkdays } from '../../shared/calendar/working-days.ts'
import { cases } from '../../shared/contract/cases.ts'
import { showShortDay } from '../../shared/format.ts'
import { bundle } from '../support/published.ts'
import { fullestAnswers } from '../support/walks.ts'
import { expectAccessible } from './support/accessible.ts'
import { CALENDAR, promisedDays, TODAY, wordsOf } from './support/city.ts'
import { lineOf, openFromInbox, press } from './support/desk.ts'
import { walkToReceipt } from './support/event-walk.ts'
import { everybodyIsServed, peopleCome } from './support/morning-line.ts'
import { untilCase } from './support/prepare.ts'
import { expect, test } from './support/test.ts'

/*
 * A working morning: twenty people in the hall, two life events at the desks of three departments, with a correction, a
 * special procedure, an extension, somebody who is away, an order of the supervisor, and a denial that ends what rests
 * on it.
 */

const BOOKED = ['worker', 'personnel', 'early', 'barred', 'middle', 'cancelled', 'abnormal', 'migrant']
const WALK_INS = 12

const LOAN = {
  event: 'self-employment',
  login: 'founder',
  answers: { 'startup.needs': ['loan'], 'startup.loanSize': 'personal', 'startup.personKind': 'graduate' },
}
const CERTIFICATE = {
  event: 'disability-services',
  login: 'disabled2',
  answers: {
    'situation.disabilityCertificate': 'renew',
    'situation.disabilityBenefits': ['living', 'care'],
    'situation.otherCareBenefits': ['none'],
  },
}
const REASONS = {
  correct: '贷款用途请写明购买的设备。',
  visit: '11 月 25 日到店核查，请留人。',
  order: '该件已向申请人承诺，请按期办结。',
  answer: '已约好核查时间，办结不会超期。',
  extend: '核查中发现需要向银行核对，延长五个工作日。',
  denial: '档案中的照片与申请人不符，请本人到残联核实后再申请。',
}

const words = wordsOf('cases')
const desk = wordsOf('desk')
const supervision = wordsOf('desk-supervision')

const walkOf = ({ event, login, answers }: typeof LOAN | typeof CERTIFICATE) => ({
  event,
  login,
  answers: { ...fullestAnswers(bundle(event)), ...answers },
})

/** Opens a folded form of the desk by its words; it may be folded into another. */
async function unfold(page: Page, summary: string): Promise<void> {
  const wanted = page.locator('main details').filter({ has: page.locator('> summary', { hasText: summary }) })
  await wanted.last().evaluate((details) => {
    for (let each: Element | null = details; each; each = each.parentElement)
      if (each instanceof HTMLDetailsElement) each.open = true
  })
}

/** The form of the desk that posts so, filled in and sent. */
async function send(
  page: Page,
  ending: string,
  button: string,
  fields: Record<string, string>,
): Promise<void> {
  const pressed = page.locator('button').filter({ has: page.getByText(button, { exact: true }) })
  const form = page.locator(`main form[method=post][action$="${ending}"]`).filter({ has: pressed })
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]`)
    if (await field.first().evaluate((each) => each.matches('[type=radio]')))
      await field.and(page.locator(`[value="${value}"]`)).check()
    else if (await field.evaluate((each) => each.matches('select')))
      await field.selectOption({ label: value })
    else await field.fill(value)
  }
  const posted = page.waitForResponse(
    (each) => each.request().method() === 'POST' && each.url().endsWith(ending),
  )
  await Promise.all([posted, page.waitForEvent('domcontentloaded'), form.locator(pressed).click()])
  expect((await posted).status()).toBe(303)
}

test('a working morning', async ({ as, client }) => {
  test.setTimeout(420_000)
  const clerk = await client('counter3')

  await test.step('twenty people come, with appointments and without, and each is called once', async () => {
    const booked = await Promise.all(BOOKED.map((login) => client(login)))
    const { waiting } = await peopleCome(clerk, booked, WALK_INS)
    expect(waiting).toBe(BOOKED.length + WALK_INS)
    const called = await everybodyIsServed(clerk)
    expect(new Set(called).size).toBe(20)
  })

  const { page: founder, no: loan } = await walkToReceipt(walkOf(LOAN), as)
  const { page: disabled, no: certificate } = await walkToReceipt(walkOf(CERTIFICATE), as)
  const item = async (login: string, no: string, code: string) => {
    const found = (await (await client(login)).call(cases.read, { no })).items.find(
      (each) => each.code === code,
    )
    if (!found) throw new Error(`the case has no item ${code}`)
    return found
  }
  const loanItem = () => item('founder', loan, 'startup-loan')
  const until = async (login: string, no: string, fits: (view: CaseView) => boolean) =>
    untilCase(await client(login), no, fits)
  const untilLoan = (state: string) =>
    until('founder', loan, ({ items }) =>
      items.some((each) => each.code === 'startup-loan' && each.state === state),
    )
  const loanPath = `/desk/items/${(await loanItem()).id}`

  const counter = await as('counter3')
  await test.step('the counter asks once for what is missing; it is put right and accepted', async () => {
    await openFromInbox(counter, `/desk/cases/${loan}`)
    await counter.getByRole('link', { name: desk('ask') }).click()
    await counter.locator('summary', { hasText: desk('ask_answers') }).click()
    await counter.locator('form[action$="/correction"] [name=elements][value="loan.purpose"]').check()
    await send(counter, '/correction', desk('ask_send'), { note: REASONS.correct })
    await founder.goto(`/cases/${loan}/correction`)
    await expect(founder.locator('main')).toContainText(REASONS.correct)
    await founder.locator('main form [name="loan.purpose"]').last().fill('购买咖啡机两台')
    await founder.getByRole('button', { name: words('correct_send') }).click()
    await expect(founder).toHaveURL(new RegExp(`/cases/${loan}$`))
    for (const no of [loan, certificate]) {
      await openFromInbox(counter, `/desk/cases/${no}`)
      await press(counter, '/acceptance')
    }
    await untilLoan('reviewing')
  })

  const reviewer = await as('social')
  await test.step('the reviewer visits the premises: the days stop, and go on afterwards', async () => {
    await openFromInbox(reviewer, loanPath)
    await unfold(reviewer, desk('start_procedure'))
    const visit = { procedure: 'site-visit', note: REASONS.visit }
    await send(reviewer, '/decision', desk('start_procedure'), visit)
    expect(await loanItem()).toMatchObject({ state: 'special', dueDay: null })
    await founder.goto(`/cases/${loan}`)
    await expect(founder.locator('main')).toContainText(REASONS.visit)
  })

  await test.step('the supervisor orders it to be done in time; the reviewer answers', async () => {
    const supervisor = await as('supervisor')
    await supervisor.goto(loanPath)
    await unfold(supervisor, supervision('order_title'))
    await send(supervisor, '/orders', supervision('order'), {
      reason: REASONS.order,
      dueDay: addWorkdays(TODAY, 3, CALENDAR),
    })
    await reviewer.goto(loanPath)
    await expect(reviewer.locator('main')).toContainText(REASONS.order)
    await send(reviewer, '/answer', supervision('answer_now'), { answer: REASONS.answer })
    await supervisor.goto('/desk/supervision')
    await expect(supervisor.locator('main')).not.toContainText(REASONS.order)
  })

  await test.step('more time is asked for, and allowed with the reasons that the applicant reads', async () => {
    await reviewer.goto(loanPath)
    await send(reviewer, '/decision', desk('do_endProcedure'), {})
    const { dueDay } = await loanItem()
    await reviewer.goto(loanPath)
    await unfold(reviewer, desk('do_askExtension'))
    await send(reviewer, '/decision', desk('do_askExtension'), { days: '5', note: REASONS.extend })
    const head = await as('social-head')
    await openFromInbox(head, loanPath)
    await send(head, '/decision', desk('do_extend'), {})
    const later = addWorkdays(dueDay ?? TODAY, 5, CALENDAR)
    expect(dueDay).toBe(addWorkdays(TODAY, promisedDays('startup-loan'), CALENDAR))
    expect((await loanItem()).dueDay).toBe(later)
    await founder.goto(`/cases/${loan}`)
    await expect(founder.locator('main')).toContainText(REASONS.extend)
    await expect(founder.locator('main')).toContainText(showShortDay(later, 'zh'))
  })

  await test.step('the reviewer is away: a colleague who stands in proposes it in their name', async () => {
    const colleague = await as('social-data')
    expect((await colleague.request.get(loanPath)).status()).toBe(403)
    await reviewer.goto('/desk/absences')
    const form = reviewer.locator('form[action$="/absences"]')
    await form.locator('[name=standIn]').selectOption({ label: await labelOf(reviewer, '覃志远') })
    await send(reviewer, '/absences', supervision('enter'), { toDay: TODAY, reason: '参加全市窗口业务培训' })
    await openFromInbox(colleague, loanPath)
    for (const point of await colleague.locator('input[name=checked]').all()) await point.check()
    await press(colleague, '/decision', 'grant')
    // Two must see it: what was proposed in the name of somebody else is decided by the head of the office.
    await untilLoan('proposed')
    const head = await as('social-head')
    await openFromInbox(head, loanPath)
    await press(head, '/decision', 'approveGrant')
    await until('founder', loan, ({ state }) => state === 'closed')
    await reviewer.goto('/desk/absences')
    await send(reviewer, '/end', supervision('end_absence'), {})
  })

  await test.step('a denial ends what rests on it, and says why', async () => {
    const officer = await as('disabled-office')
    await openFromInbox(
      officer,
      `/desk/items/${(await item('disabled2', certificate, 'disability-certificate')).id}`,
    )
    await officer.locator('form:has(button[value=deny]) [name=note]').fill(REASONS.denial)
    await press(officer, '/decision', 'deny')
    const { items } = await until('disabled2', certificate, ({ state }) => state === 'closed')
    expect(Object.fromEntries(items.map(({ code, state }) => [code, state]))).toEqual({
      'disability-certificate': 'denied',
      'disability-living-allowance': 'cancelled',
      'disability-care-allowance': 'cancelled',
    })
    await disabled.goto(`/cases/${certificate}`)
    await expect(disabled.locator('main')).toContainText(REASONS.denial)
    await expect(disabled.locator('main')).toContainText(words('item_cancelled'))
  })

  await test.step('every desk is empty of them, and no page of the morning has a fault', async () => {
    await counter.goto('/desk')
    for (const no of [loan, certificate]) await expect(lineOf(counter, `/desk/cases/${no}`)).toHaveCount(0)
    const supervisor = await as('supervisor')
    const watched = ['', '/work?show=overdue', '/work?show=all', '/checks'].map(
      (end) => `/desk/supervision${end}`,
    )
    for (const path of [...watched, '/en/desk/supervision']) await expectAccessible(supervisor, path)
    const publisher = await as('catalog2')
    for (const path of ['/desk/calendar', `/desk/calendar/${TODAY.slice(0, 4)}`])
      await expectAccessible(publisher, path)
    const head = await as('social-head')
    for (const path of ['/desk/absences', '/en/desk/absences', loanPath]) await expectAccessible(head, path)
    for (const [citizen, no] of [
      [founder, loan],
      [disabled, certificate],
    ] as const)
      await expectAccessible(citizen, `/cases/${no}`)
  })
})

/** The words of the option that names somebody. */
async function labelOf(page: Page, name: string): Promise<string> {
  return (await page.locator('[name=standIn] option', { hasText: name }).innerText()).trim()
}
