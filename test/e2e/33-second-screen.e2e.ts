import type { Page } from '@playwright/test'
import { drafts } from '../../shared/contract/drafts.ts'
import { notices } from '../../shared/contract/notices.ts'
import { starting } from '../../shared/contract/starting.ts'
import { expectAccessible } from './support/accessible.ts'
import { personOf, wordsOf } from './support/city.ts'
import { cases, deskCases } from '../../shared/contract/cases.ts'
import type { Client } from './support/client.ts'
import { ALL_SEVEN, JUST_TWO, TYPED } from './support/newborn.ts'
import { sendCase, untilCase } from './support/prepare.ts'
import { expect, test } from './support/test.ts'

/* A clerk and somebody who is there: materials under a camera, the check page and the rating on the second screen. */

const ANSWERS = { ...TYPED, ...ALL_SEVEN }
const CLERK = 'counter2'
const VISITOR = 'mother12'
const RECEIVER = 'mother08'
const HANDS_OVER = 'counter'
const screenWords = wordsOf('counter-screen')
const desk = wordsOf('desk-screen')
const camera = wordsOf('camera')

/** Fills in for somebody who is there, up to a page; they read out the code that they were sent. */
async function assist(clerk: Client, visitor: Client, until: string): Promise<string> {
  const person = personOf(VISITOR)
  const { draft, next } = await clerk.call(starting.start, {
    lifeEvent: 'newborn',
    name: person.name,
    residentId: person.residentId,
  })
  for (let step = next; step !== until;) {
    const view = await clerk.call(drafts.step, { draft, step })
    if (view.kind === 'consent') {
      const { rows } = await visitor.call(notices.list, {})
      const code = rows.find(({ kind, link }) => kind === 'consent_code' && link.includes(draft))?.params.code
      step = (await clerk.call(drafts.consent, { draft, decision: 'agree', code: code ?? '' })).next
    } else {
      const given = view.fields.map(({ name, value }) => [name, ANSWERS[name] ?? value])
      step = (await clerk.call(drafts.save, { draft, step, ...Object.fromEntries(given) })).next
    }
  }
  return draft
}

/** Pairs a screen with the clerk on whose page the panel stands. */
async function pair(clerk: Page, screen: Page): Promise<void> {
  await clerk.getByRole('button', { name: desk('pair') }).click()
  const code = (await clerk.locator('.screen-code b').innerText()).replace(/\D/g, '')
  await screen.goto('/counter-screen')
  await screen.locator('[name=code]').fill(code)
  await screen.getByRole('button', { name: screenWords('pair') }).click()
  await expect(screen.locator('h1')).toHaveText(screenWords('idle_title'))
  await expect(clerk.locator('.screen-state')).toHaveText(desk('empty'))
}

/** Writes across the field for signatures. */
async function draw(screen: Page, place = '[data-sign]'): Promise<void> {
  const field = screen.locator(place)
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('there is nowhere to sign')
  await screen.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.3)
  await screen.mouse.down()
  await screen.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.8, { steps: 5 })
  await screen.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.2, { steps: 5 })
  await screen.mouse.up()
}

test('materials are photographed, the application is signed on the second screen, the visit is rated', async ({
  as,
  client,
  page: screen,
}) => {
  const draft = await assist(await client(CLERK), await client(VISITOR), 'materials')
  const clerk = await as(CLERK)

  await test.step('the second screen is paired by a code, once', async () => {
    await clerk.goto(`/desk/materials/${draft}`)
    await expectAccessible(screen, '/counter-screen')
    await pair(clerk, screen)
  })

  await test.step('pages lie under the camera and become one file, checked as any other', async () => {
    const fields = clerk.locator('.camera')
    await clerk.context().grantPermissions(['camera'])
    for (let i = 0; i < (await fields.count()); i += 1) {
      const field = fields.nth(i)
      await field.getByRole('button', { name: camera('open') }).click()
      const shoot = field.getByRole('button', { name: camera('shoot') })
      await expect(shoot).toBeEnabled()
      await expect
        .poll(() => field.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
        .toBeGreaterThan(0)
      await shoot.click()
      await shoot.click()
      await expect(field.locator('.camera-shots li')).toHaveCount(2)
      await field.getByRole('button', { name: camera('drop', { n: 2 }) }).click()
      await expect(field.locator('.camera-shots li')).toHaveCount(1)
      await field
        .getByRole('button', { name: camera('use_one') })
        .or(field.getByRole('button', { name: camera('use_pictures_one') }))
        .click()
    }
    await clerk.getByRole('button', { name: camera('keep') }).click()
    await expect(clerk.locator('.files-given li').first()).toBeVisible()
    await expect(clerk.locator('.field-error')).toHaveCount(0)
  })

  await test.step('what is declared is signed there', async () => {
    const declared = clerk.getByRole('button', { name: desk('push_statement', { name: '' }) })
    for (let i = 0; i < (await declared.count()); i += 1) {
      await declared.nth(i).click()
      await expect(screen.locator('h1')).toHaveText(screenWords('sign_statement'))
      await draw(screen)
      await screen.getByRole('button', { name: screenWords('confirm_statement') }).click()
      await expect(screen.locator('h1')).toHaveText(screenWords('thanks_signed'))
    }
  })

  await test.step('they read what will be sent, and sign it', async () => {
    await clerk.getByRole('button', { name: desk('push_check') }).click()
    await expect(screen.locator('h1')).toHaveText(screenWords('sign_check'))
    await expect(screen.locator('main')).toContainText(personOf(VISITOR).name)
    await expectAccessible(screen, '/counter-screen')
    await draw(screen)
    await screen.getByRole('button', { name: screenWords('confirm_check') }).click()
    await expect(screen.locator('h1')).toHaveText(screenWords('thanks_signed'))
    await expect(screen.locator('main')).not.toContainText(personOf(VISITOR).name)
    await expect(clerk.locator('.screen-state')).toHaveText(desk('done_check'), { timeout: 3000 })
  })

  await test.step('they rate the visit, and nothing of them stays', async () => {
    await clerk.goto('/desk/screen')
    await clerk.getByRole('button', { name: desk('push_rating') }).click()
    await expect(screen.locator('h1')).toHaveText(screenWords('rate_title'))
    await screen.locator('[name=level][value="5"]').check()
    await screen.getByRole('button', { name: wordsOf('ratings')('send') }).click()
    await expect(screen.locator('h1')).toHaveText(screenWords('thanks_rated'))
    await clerk.getByRole('button', { name: desk('clear') }).click()
    await expect(screen.locator('h1')).toHaveText(screenWords('idle_title'))
    await screen.goBack()
    await expect(screen.locator('main')).not.toContainText(personOf(VISITOR).name)
  })
})

test('a result is handed over: the receiver signs on the second screen, the clerk at the desk', async ({
  as,
  client,
  page: screen,
}) => {
  const mother = await client(RECEIVER)
  const counter = await client(HANDS_OVER)
  const no = await sendCase(mother, { ...TYPED, ...JUST_TWO })
  await counter.call(deskCases.accept, { no })
  const code = 'birth-certificate'
  const stateOf = async () => (await mother.call(cases.read, { no })).items.find((each) => each.code === code)
  await untilCase(mother, no, ({ items }) =>
    items.some((each) => each.code === code && each.state === 'reviewing'),
  )
  const item = (await stateOf())?.id ?? ''
  const checked = Array.from({ length: 12 }, (_, i) => String(i))
  await (await client('hospital')).call(deskCases.decide, { item, decision: 'grant', checked })
  await untilCase(mother, no, ({ items }) =>
    items.some((each) => each.id === item && each.state === 'issued'),
  )

  const clerk = await as(HANDS_OVER)
  await clerk.goto(`/desk/items/${item}`)
  await pair(clerk, screen)
  await clerk.locator('form:has([name=kind][value=delivery]) button').click()
  await expect(screen.locator('h1')).toHaveText(screenWords('sign_delivery'))
  await draw(screen)
  await screen.getByRole('button', { name: screenWords('confirm_delivery') }).click()
  await expect(screen.locator('h1')).toHaveText(screenWords('thanks_signed'))
  await expect(clerk.locator('.screen-state')).toHaveText(desk('done_delivery'))
  await draw(clerk, '.hand-over-clerk svg')
  await clerk.locator('form:has([name=signing]) button[type=submit]').last().click()
  await expect(clerk.locator('main')).toContainText(wordsOf('cases')('item_granted'))
  const { documents } = await untilCase(mother, no, (view) =>
    view.documents.some(({ kind }) => kind === 'delivery'),
  )
  const record = documents.find(({ kind }) => kind === 'delivery')
  expect((await mother.request.get(`/files/cases/${no}/${record?.id ?? ''}`)).status()).toBe(200)
})
