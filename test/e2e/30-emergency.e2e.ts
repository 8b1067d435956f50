import { emergencies } from '../../shared/contract/emergencies.ts'
import { personOf, wordsOf } from './support/city.ts'
import { expect, test } from './support/test.ts'

const PATH = '/desk/exchange/emergencies'
const WHY = '走失老人送到派出所，需要立即联系家人'
const t = wordsOf('emergencies')

test('an emergency look-up is asked for, let pass by another, made, and read on a page of its own', async ({
  as,
  client,
}) => {
  const { residentId, name } = personOf('elder')
  const police = await as('police')
  await police.goto(PATH)
  await police.getByRole('button', { name: t('send') }).click()
  await expect(police.getByText(wordsOf('problems')('resource_missing')).first()).toBeVisible()
  await police.locator('select[name=resource]').selectOption('population')
  await police.locator('[name=number]').fill(residentId)
  await police.locator('[name=reason]').fill(WHY)
  await police.getByRole('button', { name: t('send') }).click()
  await expect(police.getByText(WHY)).toBeVisible()
  const supervisor = await client('supervisor')
  const [line] = (await supervisor.call(emergencies.list)).lines
  await supervisor.call(emergencies.decide, { emergency: line?.id, decision: 'confirm' })
  await police.reload()
  await police.getByRole('button', { name: t('look_up') }).click()
  await expect(police.getByText(t('shown_hint'))).toBeVisible()
  await expect(police.locator('main')).toContainText(name)
  // Addresses stand in histories and logs: what came is not in this one.
  expect(new URL(police.url()).search).toBe(`?shown=${line?.id}`)
})
