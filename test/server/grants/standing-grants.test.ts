import { beforeAll, expect, test } from 'vitest'
import { changeGrant, grantFor, loadStandingGrants, reloadGrants } from '#domain/grants/index.ts'
import { perform } from '#domain/perform.ts'
import { readCity } from '#db/city/load.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
const { grants } = readCity('db/city')

beforeAll(async () => {
  world = await openWorld()
})

async function load(given: typeof grants): Promise<void> {
  await perform(await world.as('system'), (act) => loadStandingGrants(act, given))
  await reloadGrants()
}

test('what an item really uses is granted to its department from the beginning, and no other field', () => {
  const [grant, ...more] = grantFor('birth', ['birth-registration'], '2026-11-23')
  expect(more).toEqual([])
  expect(grant).toMatchObject({ unit: 'health-commission', item: 'birth-registration' })
  expect([...(grant?.fields ?? [])].sort()).toEqual(['birthOrder', 'birthTime', 'gender', 'hospital'])
  expect(grantFor('housing-fund', ['birth-registration'], '2026-11-23')).toEqual([])
})

test('several items have their grants together, each with its department', () => {
  const found = grantFor('population', ['household-registration', 'birth-certificate'], '2026-11-23')
  expect(found.map(({ item }) => item)).toEqual(['household-registration', 'birth-certificate'])
})

test('a grant counts on its first and last day, and on no day before or after', () => {
  const on = (day: string) => grantFor('birth', ['birth-registration'], day).length
  expect([on('2025-07-31'), on('2025-08-01'), on('2027-12-31'), on('2028-01-01')]).toEqual([0, 1, 1, 0])
})

test('what the files no longer grant ends, and begins again when they do', async () => {
  const without = grants.filter(({ item }) => item !== 'birth-registration')
  await load(without)
  expect(grantFor('birth', ['birth-registration'], '2026-11-23')).toEqual([])
  await load(grants)
  expect(grantFor('birth', ['birth-registration'], '2026-11-23')).toHaveLength(1)
})

test('what the data office ended stays ended, whatever the files say later', async () => {
  const inForce = () => grantFor('birth', ['birth-registration'], '2026-11-23')
  const [grant] = inForce()
  await perform(await world.as('data'), (act) =>
    changeGrant(act, { grant: grant?.id ?? '', decision: 'end', note: '用途超出范围' }),
  )
  await load(grants)
  expect(inForce()).toEqual([])
  await load(grants.map((each) => ({ ...each, validTo: '2028-12-31' })))
  expect(inForce()).toEqual([])
  await load(grants.filter(({ item }) => item !== 'birth-registration'))
  await load(grants)
  expect(inForce()).toEqual([])
})
