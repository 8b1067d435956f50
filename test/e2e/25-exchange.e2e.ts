import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { myData } from '../../shared/contract/my-data.ts'
import type { LookLine } from '../../shared/exchange/my-view.ts'
import { bundle } from '../support/published.ts'
import { fullestAnswers, WALKS } from '../support/walks.ts'
import { city, personOf, wordsOf } from './support/city.ts'
import type { Client } from './support/client.ts'
import { press } from './support/desk.ts'
import { EventWalk } from './support/event-walk.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application, factOf, reloadUntil } from './support/pages.ts'
import { correctRecord, DATA } from './support/registers.ts'
import { expect, test } from './support/test.ts'

/*
 * The city of these journeys asks some registers itself, some through a gateway and some over X-Road; who is asked how
 * stands in the configuration that the server was started with.
 */

const mine = wordsOf('my-data')
const CONNECTORS = ['city', 'gateway', 'xroad']
const QUESTION = '我没有到过这个部门，为什么查询我的信息？'
const ANSWER = '因您申办新生儿出生一件事，需要核对父母婚姻登记信息。'
const WRONG = { should: 'J349901-2020-000999', why: '结婚证上的字号不是这个，请核对。' }
const CERTIFICATE = '结婚证字号'
const CORRECTED = '已核对档案并更正登记信息。'

/** The founder has premises of her own, which the register knows. */
const OWNED = { 'opening.addressMode': 'owned' }

/** The connector that a resource is asked over. */
function connectorOf(resource: string): string {
  const { routes }: { routes: { resource: string; connector: string }[] } = JSON.parse(
    readFileSync(join(DATA, 'exchange.json'), 'utf8'),
  )
  const route =
    routes.find((each) => each.resource === resource) ?? routes.find((each) => each.resource === '*')
  return route?.connector ?? ''
}

/** What was looked up about somebody, newest first, as their own page has it; without what stood there before. */
async function looksOf(client: Client, before: readonly LookLine[] = []): Promise<LookLine[]> {
  const known = new Set(before.map(({ id }) => id))
  const { cards } = await client.call(myData.looks)
  return cards.flatMap(({ lines }) => lines).filter(({ id }) => !known.has(id))
}

/** Every look-up stands on the page of the person it is about the first time it is opened, within a second. */
async function expectAllListed(page: Page, looks: readonly LookLine[]): Promise<void> {
  const response = await page.goto('/my/data')
  await response?.finished()
  expect(response?.request().timing().responseEnd).toBeLessThan(1000)
  for (const { id } of looks) await expect(page.locator(`main a[href="/my/data/${id}"]`)).toBeVisible()
}

/** The connectors over which something was found. */
function connectorsOf(looks: readonly LookLine[]): string[] {
  const found = looks.filter(({ outcome }) => outcome === 'found')
  return [...new Set(found.map(({ resource }) => connectorOf(resourceOf(resource))))].sort()
}

function resourceOf(name: string): string {
  return city.resources.find((each) => each.name.zh === name)?.code ?? name
}

/** Somebody who works for a department, by role. */
function staffOf(department: string, role: string): string {
  const unit = city.departments.find(({ name }) => name.zh === department)?.code
  const found = city.staff.find((each) => each.unit === unit && each.roles.includes(role))
  if (!found) throw new Error(`${department} has no ${role}`)
  return found.login
}

test('a newborn’s application is filled in over three connectors, and its look-ups are questioned and corrected', async ({
  as,
  client,
}) => {
  const login = 'mother02'
  const page = await as(login)
  const mother = await client(login)
  const application = new Application(page)

  const before = await looksOf(mother)

  await test.step('all three connectors fill it in', async () => {
    await page.goto('/apply/newborn')
    await application.begin()
    await application.walk(ALL_SEVEN, { until: 'consent' })
    await application.agree()
    await expect(factOf(page, '您的姓名')).toContainText(personOf(login).name)
    await application.goOn()
    await expect(factOf(page, '父亲姓名')).toContainText('民政局')
    await application.walk(ALL_SEVEN, { until: 'materials' })
  })

  const draft = page.url()
  const looks = await looksOf(mother, before)

  await test.step('each look-up stands under her data within a second', async () => {
    expect(connectorsOf(looks)).toEqual(CONNECTORS)
    await expectAllListed(page, looks)
  })

  const looked = looks.find(({ resource }) => resourceOf(resource) === 'marriage')
  if (!looked) throw new Error('the marriage register was not asked')

  await test.step('she asks why, and the department answers', async () => {
    await page.goto(`/my/data/${looked.id}`)
    const form = page.locator(`main form[action$="/${looked.id}/question"]`)
    await form.locator('[name=question]').fill(QUESTION)
    await form.getByRole('button', { name: mine('question_send') }).click()
    await expect(page.locator('main')).toContainText(QUESTION)
    const { question } = await mother.call(myData.look, { lookup: looked.id })
    const staff = await as(staffOf(looked.department, 'reviewer'))
    await staff.goto(`/desk/exchange/questions/${question?.no}`)
    await expect(staff.locator('main')).toContainText(QUESTION)
    await staff.locator('main form[action$="/answer"] [name=note]').fill(ANSWER)
    await press(staff, '/answer')
    await page.reload()
    await expect(page.locator('main')).toContainText(ANSWER)
  })

  await test.step('she reports a wrong value; data office and provider see to it', async () => {
    await page.goto(`/my/data/objections/new?lookup=${looked.id}&field=certificateNo`)
    const form = page.locator('main form[action="/api/my/objections"]')
    await form.locator('[name=should]').fill(WRONG.should)
    await form.locator('[name=why]').fill(WRONG.why)
    await form.getByRole('button', { name: mine('report_send') }).click()
    await page.waitForURL(/\/my\/data\/objections\/[A-Z\d]+/)
    const no = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const officer = await as('data')
    await officer.goto(`/desk/exchange/objections/${no}`)
    await press(officer, '/dispatch')
    const provider = await as(staffOf('云溪市民政局', 'data-steward'))
    await provider.goto(`/desk/exchange/objections/${no}`)
    await expect(provider.locator('main')).toContainText(WRONG.why)
    correctRecord('marriage', ['residentId', personOf(login).residentId], { certificateNo: WRONG.should })
    await provider.locator('main form[action$="/answer"] [name=note]').fill(CORRECTED)
    await provider.locator('main form[action$="/answer"] [name=decision][value=correct]').check()
    await press(provider, '/answer')
    await page.reload()
    await expect(page.locator('main')).toContainText(CORRECTED)
    await expect(page.locator('main')).toContainText(mine('state_corrected'))
  })

  await test.step('her open application has the corrected value by itself', async () => {
    await page.goto(draft.replace(/\/[^/]+$/, '/parents'))
    await reloadUntil(page, factOf(page, CERTIFICATE).filter({ hasText: WRONG.should }))
  })
})

test('a company’s opening is filled in over three connectors, and its founder sees each look-up', async ({
  as,
  client,
}) => {
  const founding = WALKS.find(({ event }) => event === 'company-opening')
  if (!founding) throw new Error('there is no walk of a company’s opening')
  const { event, login, answers } = founding
  const page = await as(login)
  const walk = new EventWalk(page, personOf(login).name, {
    ...fullestAnswers(bundle(event)),
    ...answers,
    ...OWNED,
  })
  const founder = await client(login)
  const before = await looksOf(founder)
  await walk.findOut(event)
  await walk.begin()
  await walk.walk()
  const looks = await looksOf(founder, before)
  expect(connectorsOf(looks)).toEqual(CONNECTORS)
  await expectAllListed(page, looks)
})
