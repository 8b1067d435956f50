import Database from 'better-sqlite3'
import { join } from 'node:path'
import { city, wordsOf } from './support/city.ts'
import { ALL_SEVEN, TYPED } from './support/newborn.ts'
import { Application } from './support/pages.ts'
import { DATA } from './support/registers.ts'
import { expect, test } from './support/test.ts'

const REGISTERS = ['population', 'household', 'marriage', 'birth', 'medical-insurance']

/** Runs while none of the registers answers. */
async function whileDown(work: () => Promise<void>): Promise<void> {
  const registers = new Database(join(DATA, 'registers.sqlite'))
  const insert = registers.prepare('insert into faults (resource, kind, ms) values (?, ?, 0)')
  try {
    for (const resource of REGISTERS) insert.run(resource, 'down')
    await work()
  } finally {
    registers.prepare('delete from faults').run()
    registers.close()
  }
}

test('when no register answers, the page says so, she types it herself, and can still send', async ({
  as,
}) => {
  const page = await as('mother01')
  const application = new Application(page)
  await page.goto('/apply/newborn')
  await application.begin()
  await application.walk(ALL_SEVEN, { until: 'consent' })
  await whileDown(async () => {
    await application.agree()
    const main = page.locator('main')
    await expect(main).toContainText(wordsOf('apply')('unavailable', { names: '' }))
    for (const { code, name } of city.resources)
      if (REGISTERS.includes(code)) await expect(main).toContainText(name.zh)
    await application.walk({ ...ALL_SEVEN, ...TYPED })
    const no = await application.send()
    await expect(page.getByText(wordsOf('cases')('case_no', { no }))).toBeVisible()
  })
})
