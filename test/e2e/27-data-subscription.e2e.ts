import { exchangeCatalog } from '../../shared/contract/exchange-catalog.ts'
import { wordsOf } from './support/city.ts'
import { openFromInbox, press } from './support/desk.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/test.ts'

const words = wordsOf('exchange-catalog')
const RESOURCE = 'housing-fund'
const APPLICATION = {
  basis: '《中华人民共和国社会保险法》第五十八条',
  scenario: '办卡时核对账户',
  purpose: '免填公积金账号',
  frequency: '50',
  validTo: '2026-12-15',
}

test('a department applies for data, the data office strikes a field, the provider grants the rest', async ({
  as,
  client,
}) => {
  const applicant = await as('social-data')
  const office = await as('data')
  const provider = await as('fund-data')
  let place = ''

  await test.step('found in the catalogue and applied for; what is missing is said', async () => {
    await applicant.goto('/desk/exchange')
    await applicant.locator('[name=q]').fill('公积金账号')
    await applicant.locator('form[role=search] button').click()
    await applicant.locator(`main a[href="/desk/exchange/resources/${RESOURCE}"]`).click()
    await applicant.locator(`main a[href$="/new?resource=${RESOURCE}"]`).click()
    // Of no resource it is no page, and nobody's fault.
    expect((await applicant.request.get('/desk/exchange/subscriptions/new')).status()).toBe(404)
    await press(applicant, '/api/exchange/subscriptions')
    await expect(applicant.locator('.field-wrong')).toHaveCount(7)
    for (const field of ['accountNo', 'balance'])
      await applicant.locator(`[name=fields][value=${field}]`).check()
    await applicant.locator('[name=items][value=social-security-card]').check()
    for (const [name, text] of Object.entries(APPLICATION))
      await applicant.locator(`[name=${name}]`).fill(text)
    await press(applicant, '/api/exchange/subscriptions')
    await expect(applicant).toHaveURL(/\/subscriptions\/D\d{12}$/)
    place = new URL(applicant.url()).pathname
    await expectAccessible(applicant, place)
  })

  await test.step('the data office passes it on without the balance', async () => {
    await openFromInbox(office, place)
    await office.locator('[name=fields][value=balance]').uncheck()
    await press(office, '/review', 'forward')
    await expect(office.locator('main')).toContainText(words('subscription_provider-review'))
  })

  await test.step('the provider grants it, and it is in force', async () => {
    await openFromInbox(provider, place)
    await expect(provider.locator('[name=fields]')).toHaveCount(1)
    await press(provider, '/answer', 'agree')
    await applicant.goto(place)
    await expect(applicant.locator('main table')).toContainText(words('grant_active'))
    const { grants } = await (
      await client('social-data')
    ).call(exchangeCatalog.subscription, {
      no: place.split('/').at(-1) ?? '',
    })
    expect(grants.map(({ fields }) => fields)).toEqual([['公积金账号']])
  })

  await test.step('the data office suspends it', async () => {
    await office.goto(place)
    await office.locator('main table a').first().click()
    await office.locator('[name=note]').fill('正在核查用途')
    await press(office, '/state', 'suspend')
    await expect(office.locator('main')).toContainText(words('grant_suspended'))
    await expectAccessible(office, office.url())
  })
})
