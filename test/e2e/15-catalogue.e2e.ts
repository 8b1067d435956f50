import { beekeeping } from '../support/small-event.ts'
import { expectAccessible } from './support/accessible.ts'
import { wordsOf } from './support/city.ts'
import { press } from './support/desk.ts'
import { Application, headingOf } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const words = wordsOf('catalog')
const GUIDE = '/events/beekeeping'
const NOTICE = '系统升级，暂停办理'

test('an officer writes a life event as data, another publishes it, and somebody walks it to the receipt', async ({
  as,
}) => {
  const officer = await as('catalog')
  const publisher = await as('catalog2')
  const person = await as('mother04')
  let sent = ''
  expect((await person.request.get(GUIDE)).status()).toBe(404)

  await test.step('what is wrong is told line by line', async () => {
    const faulty = beekeeping()
    faulty.lifeEvent[0]?.pages[0]?.elements.push('bees.queens')
    await officer.goto('/desk/catalog/packages/new')
    await officer.locator('[name=title]').fill('养蜂一件事')
    await officer.locator('[name=json]').fill(JSON.stringify(faulty))
    await press(officer, '/api/catalog/packages')
    const line = officer.locator('main tr', { hasText: 'pages[0].elements[2]' })
    await expect(line).toContainText('bees.queens')
    await expectAccessible(officer, officer.url())
  })

  await test.step('uploaded again as a file, it is in order and handed over', async () => {
    const buffer = Buffer.from(JSON.stringify(beekeeping()))
    await officer
      .locator('[name=file]')
      .setInputFiles({ name: 'bees.json', mimeType: 'application/json', buffer })
    await press(officer, '/api/catalog/packages')
    await expect(officer.locator('main')).toContainText(words('check_ok'))
    await press(officer, '/submission')
    await expect(officer.locator('form[action$="/publication"]')).toHaveCount(0)
  })

  await test.step('the second person tries it as a citizen would, and publishes it', async () => {
    const page = new URL(officer.url()).pathname
    await publisher.goto(`${page}/preview/beekeeping`)
    await publisher.locator('input[value=yes]').check()
    await publisher.locator('.guidance-question button').click()
    await expect(publisher.locator('main')).toContainText('蜂蜜销售备案')
    await expect(publisher.locator('main a[href^="/apply/"]')).toHaveCount(0)
    await expectAccessible(publisher, publisher.url())
    await publisher.goto(page)
    await press(publisher, '/publication')
    await expect(publisher.locator('main')).toContainText(words('package_published'))
  })

  await test.step('it is walked from the guide to the receipt', async () => {
    await person.goto(GUIDE)
    await expect(headingOf(person)).toHaveText('养蜂')
    await person.locator('main a[href="/apply/beekeeping"]').first().click()
    const form = new Application(person)
    await form.begin()
    await form.walk({
      'situation.sellsHoney': 'yes',
      'bees.hives': '40',
      'applicant.phone': '14000000001',
    })
    sent = `/cases/${await form.send()}`
    expect(sent).toMatch(/^\/cases\/T349900/)
  })

  await test.step('paused, the guide says so', async () => {
    await publisher.goto('/desk/catalog/lifeEvent/beekeeping')
    await publisher.getByText(words('offer_title')).click()
    await publisher.locator('[name=paused][value=yes]').check()
    await publisher.locator('[name=noticeZh]').fill(NOTICE)
    await publisher.locator('[name=noticeEn]').fill('Being upgraded')
    await press(publisher, '/offer')
    await person.goto(GUIDE)
    await expect(person.locator('main')).toContainText(NOTICE)
    await expect(person.locator('main a[href="/apply/beekeeping"]')).toHaveCount(0)
  })
  await test.step('taken out again, it has no guide, and what was sent can be read on', async () => {
    const remove = {
      lifeEvent: ['beekeeping'],
      item: ['bee-registration', 'honey-selling'],
      material: ['hive-photo'],
    }
    await officer.goto('/desk/catalog/packages/new')
    await officer.locator('[name=title]').fill('撤下养蜂一件事')
    await officer.locator('[name=json]').fill(JSON.stringify({ remove }))
    await press(officer, '/api/catalog/packages')
    await press(officer, '/submission')
    await publisher.goto(new URL(officer.url()).pathname)
    await press(publisher, '/publication')
    await expect.poll(async () => (await person.request.get(GUIDE)).status()).toBe(404)
    await person.goto(sent)
    await expect(person.locator('main')).toContainText('养蜂登记')
  })
})
