import { myData } from '../../shared/contract/my-data.ts'
import { wordsOf } from './support/city.ts'
import { ALL_SEVEN } from './support/newborn.ts'
import { Application } from './support/pages.ts'
import { expectNoSidewaysScroll } from './support/sideways.ts'
import { expect, test } from './support/test.ts'

test('who looked at one’s data, the question and the report fit a phone, in both languages', async ({
  as,
  client,
}, testInfo) => {
  const login = 'elder'
  const page = await as(login)
  const application = new Application(page)
  await page.goto('/apply/newborn')
  await application.begin()
  await application.walk(ALL_SEVEN, { until: 'consent' })
  await application.agree()
  const { cards } = await (await client(login)).call(myData.looks)
  const look = cards[0]?.lines[0]?.id ?? ''
  const field = (await (await client(login)).call(myData.look, { lookup: look })).asked[0]?.field ?? ''
  await page.goto('/my/data')
  const own = wordsOf('my-data')('line_own', { department: '云溪市公安局', own: '本局', facts: '' })
  await expect(page.getByText(own).first()).toBeVisible()
  // She acts for no enterprise.
  await expect(page.locator('main a[href="/enterprise/data"]')).toHaveCount(0)
  for (const prefix of ['', '/en']) {
    for (const path of [
      '/my/data',
      `/my/data/${look}`,
      `/my/data/objections/new?lookup=${look}&field=${field}`,
      '/my/data/objections',
      '/my/data/consents',
    ]) {
      const answer = await page.goto(prefix + path)
      expect(answer?.status(), path).toBe(200)
      await expectNoSidewaysScroll(page)
      const name = `${prefix}${path.split('?')[0]}`.replace(/\W+/g, '-').slice(1)
      await page.screenshot({ fullPage: true, path: testInfo.outputPath(`${name}.png`) })
    }
  }
})
