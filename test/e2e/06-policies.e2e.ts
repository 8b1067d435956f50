import { city } from './support/city.ts'
import { headingOf } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const enterprise =
  city.enterprises.find(({ creditCode }) => creditCode === '91349901MA00000158')?.name ?? 'no name'

test('an enterprise’s agent sees one policy that matches, one that does not, one unknown', async ({ as }) => {
  const agent = await as('agent')
  await agent.goto('/enterprise')
  await expect(agent.locator('main')).toContainText(enterprise)
  const seen: string[] = []
  for (const verdict of ['yes', 'no', 'unknown']) {
    const policies = agent.locator(`#${verdict} article, section:has(> #${verdict}) article`)
    await expect(policies).toHaveCount(1)
    seen.push((await policies.locator('h3 a').getAttribute('href')) ?? '')
  }
  expect(seen.toSorted()).toEqual(city.policies.map(({ code }) => `/policies/${code}`).toSorted())
})

test('every condition names its fact and who said so, or what is missing', async ({ as }) => {
  const agent = await as('agent')
  await agent.goto('/enterprise')
  const leaves = agent.locator('main .condition:not(:has(.condition))')
  expect(await leaves.count()).toBeGreaterThanOrEqual(6)
  for (const leaf of await leaves.all()) await expect(leaf.locator('.condition-fact')).toHaveText(/\S{4,}/)
  const known = leaves.filter({ has: agent.locator('.condition-fact .muted') })
  expect(await known.count()).toBeGreaterThan(3)
  for (const fact of await known.all()) await expect(fact.locator('.muted')).toHaveText(/\S/)
  await expect(agent.locator('#unknown .judged-missing')).toHaveCount(1)
})

test('a citizen without a mandate sees no enterprise, and how to get one', async ({ as }) => {
  const citizen = await as('elder')
  await citizen.goto('/enterprise')
  await expect(headingOf(citizen)).toBeVisible()
  await expect(citizen.locator('main')).not.toContainText(enterprise)
  await expect(citizen.locator('main article')).toHaveCount(0)
  await expect(citizen.locator('main a[href="/policies"]').first()).toBeVisible()
})

test('anyone can read the policies and what each asks for', async ({ page }) => {
  await page.goto('/policies')
  for (const { code, name } of city.policies) {
    await page.goto('/policies')
    await page.locator(`main a[href="/policies/${code}"]`).first().click()
    await expect(headingOf(page)).toContainText(name.zh)
  }
})
