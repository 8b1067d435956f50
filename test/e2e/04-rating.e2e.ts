import { addWorkdays } from '../../shared/calendar/working-days.ts'
import { cases } from '../../shared/contract/cases.ts'
import { ratings } from '../../shared/contract/ratings.ts'
import { showShortDay } from '../../shared/format.ts'
import { RECTIFICATION_DAYS } from '../../shared/ratings/limits.ts'
import { CALENDAR, city, personOf, TODAY, wordsOf } from './support/city.ts'
import { press } from './support/desk.ts'
import { JUST_TWO } from './support/newborn.ts'
import { grantAll, sendCase } from './support/prepare.ts'
import { expect, test } from './support/test.ts'

const login = 'mother03'
const TAG = '115'
const CONTACT = '您好，看到您的评价了，我们正在核实当天的情况。'
const ANSWER = '已约谈当班人员并增开一个窗口，同类情况不会再等。'
const words = wordsOf('ratings')
const tag = city.ratingTags.find(({ code }) => code === TAG)?.label.zh ?? 'no tag'

test('a rating of one opens a task for the department, whose answer she sees and closes', async ({
  as,
  client,
}) => {
  const mother = await client(login)
  const no = await sendCase(mother, JUST_TWO)
  await grantAll(client, mother, no)
  const page = await as(login)

  await test.step('she rates with one of the five levels and says why', async () => {
    await page.goto(`/cases/${no}`)
    await page.locator(`main a[href="/ratings/${no}"]`).click()
    await expect(page.getByText(tag, { exact: true })).toBeHidden()
    await page.locator('[name=level][value="1"]').check()
    await page.getByText(tag, { exact: true }).click()
    await page.locator('[name=text]').fill('跑了两个窗口，等了一个小时。')
    await page.locator(`form[action="/api/ratings/${no}"] .actions button`).click()
    await expect(page.locator('main')).toContainText(words('rectification_title'))
    await expect(page.locator('main')).toContainText(tag)
  })

  await test.step('once is all', async () => {
    expect((await mother.ask(ratings.rate, { caseNo: no, level: '5' })).status()).toBe(409)
    const { moves } = await mother.call(cases.read, { no })
    expect(moves).toContain('readRating')
    expect(moves).not.toContain('rate')
  })

  const department = await as('health')
  const due = (days: number) => showShortDay(addWorkdays(TODAY, days, CALENDAR), 'zh')
  await test.step('the department that leads the event has the task, and not her name', async () => {
    await department.goto('/desk?kind=rectification')
    await department.locator('a.inbox-row[href^="/desk/rectifications/"]').first().click()
    const main = department.locator('main')
    await expect(main).toContainText(tag)
    await expect(main).toContainText(due(RECTIFICATION_DAYS.contact))
    for (const hidden of [personOf(login).name, no]) await expect(main).not.toContainText(hidden)
  })

  await test.step('it turns to her within a working day, and has five more', async () => {
    await department.locator('form[action$="/contact"] [name=note]').fill(CONTACT)
    await press(department, '/contact')
    await expect(department.locator('main')).toContainText(due(RECTIFICATION_DAYS.fix))
  })

  await test.step('an answer needs words', async () => {
    await department.locator('form[action$="/answer"] button').click()
    await expect(department.locator('.field-error')).toBeVisible()
    await department.locator('form[action$="/answer"] [name=note]').fill(ANSWER)
    await press(department, '/answer')
  })

  await test.step('she sees the answer and closes the task', async () => {
    await page.goto(`/ratings/${no}`)
    for (const said of [CONTACT, ANSWER]) await expect(page.locator('main')).toContainText(said)
    await page.locator('form[action$="/acknowledge"] button').click()
    await expect(page.locator('form[action$="/acknowledge"]')).toHaveCount(0)
    await expect(page.locator('main')).toContainText(ANSWER)
    await department.reload()
    await expect(department.locator('main')).toContainText(words('state_closed'))
  })
})
