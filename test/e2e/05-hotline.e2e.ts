import { addWorkdays } from '../../shared/calendar/working-days.ts'
import { hotline } from '../../shared/contract/hotline.ts'
import { showDay } from '../../shared/format.ts'
import { CALENDAR, city, personOf, TODAY, wordsOf } from './support/city.ts'
import { lineOf, press } from './support/desk.ts'
import { answerCallBack, COMPLAINT, dispatch, fileComplaint, REPLY, signAndReply } from './support/ticket.ts'
import { expect, test } from './support/test.ts'

const words = wordsOf('hotline')
const person = personOf('rare')

/** A complaint's working days run from the day it was taken. */
function dueDay(): string {
  const days = city.hotline.kinds.find(({ code }) => code === 'complaint')?.handleDays ?? 0
  return addWorkdays(TODAY, days, CALENDAR)
}

test('a complaint is dispatched, signed for, answered, and closed by its caller', async ({ as }) => {
  const caller = await as('rare')
  const no = await test.step('the caller files it; name and phone are known', async () => {
    await caller.goto('/hotline/new')
    await expect(caller.locator('main')).toContainText(person.name)
    return fileComplaint(caller)
  })

  const agent = await as('hotline')
  await test.step('an agent dispatches it', async () => {
    await agent.goto('/desk')
    await lineOf(agent, `/desk/tickets/${no}`).click()
    await expect(agent.locator('main')).toContainText(COMPLAINT)
    await expect(agent.locator('main')).not.toContainText(person.phone ?? '')
    await dispatch(agent, no)
  })

  await test.step('the caller sees who has it', async () => {
    await caller.goto(`/hotline/${no}`)
    await expect(caller.locator('main')).toContainText('城市管理')
  })

  await test.step('the department signs for it and replies', async () => {
    const department = await as('urban')
    await department.goto('/desk')
    await expect(lineOf(department, `/desk/tickets/${no}`)).toBeVisible()
    await signAndReply(department, no)
  })

  await test.step('the caller reads the answer, and the day it was due', async () => {
    await caller.goto('/hotline/mine')
    await caller.locator(`main a[href="/hotline/${no}"]`).click()
    await expect(caller.locator('main')).toContainText(REPLY)
  })

  await test.step('three questions, and it is closed', async () => {
    await answerCallBack(caller, no)
    await expect(caller.locator('main')).toContainText(words('now_closed'))
    await expect(caller.locator('form[action$="/call-back"]')).toHaveCount(0)
  })
})

test('a complaint is due when the working days of its kind have passed', async ({ as, client }) => {
  const caller = await as('rare')
  const no = await fileComplaint(caller, '楼下垃圾堆放好几天没有人清理，气味很大，请安排清运。')
  const agent = await client('hotline')
  await agent.call(hotline.dispatch, { no, department: 'urban-management' })
  await (await client('urban')).call(hotline.sign, { no })
  await caller.goto(`/hotline/${no}`)
  await expect(caller.locator('main')).toContainText(showDay(dueDay(), 'zh'))
})

test('urgent words bring the emergency numbers first, and nothing typed is lost', async ({ as }) => {
  const caller = await as('rare')
  await caller.goto('/hotline/new')
  await caller.locator('[name=kind][value=help]').check()
  await caller.locator('[name=category]').selectOption('street-cleaning')
  const text = '楼道里着火了，烟很大，请马上派人来处理。'
  await caller.locator('[name=text]').fill(text)
  await caller.locator('[name=secret][value=no]').check()
  await caller.locator('form[action="/api/tickets"] .actions button').click()
  await expect(caller.locator('main a[href="tel:119"]')).toBeVisible()
  await expect(caller.locator('[name=text]')).toHaveValue(text)
  await caller.locator('[name=notUrgent]').check()
  await caller.locator('form[action="/api/tickets"] .actions button').click()
  await expect(caller).toHaveURL(/\/hotline\/[A-Z\d]+/)
})

test('a department gives a ticket back, and the agent sends it to another', async ({ as }) => {
  const caller = await as('rare')
  const no = await fileComplaint(caller, '宝宝的接种门诊周末不开门，上班的父母没有办法带孩子去。')
  const agent = await as('hotline2')
  await dispatch(agent, no)
  const wrong = await as('urban')
  await wrong.goto(`/desk/tickets/${no}`)
  await wrong
    .locator('details')
    .filter({ has: wrong.locator('form[action$="/return"] [name=note]') })
    .or(wrong.locator('form[action$="/return"] details'))
    .first()
    .locator('summary')
    .click()
  await wrong.locator('form[action$="/return"] [name=note]').fill('接种门诊归疾控管理，不是城管的职责。')
  await press(wrong, '/return')
  await agent.goto(`/desk/tickets/${no}`)
  await expect(agent.locator('main')).toContainText('接种门诊归疾控管理')
  await agent.locator('[name=department]').selectOption('disease-control')
  await press(agent, '/dispatch')
  const right = await as('cdc')
  await right.goto('/desk')
  await expect(lineOf(right, `/desk/tickets/${no}`)).toBeVisible()
})
