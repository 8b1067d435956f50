import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { changeGrant, grantFor, loadStandingGrants, reloadGrants } from '#domain/grants/index.ts'
import { perform } from '#domain/perform.ts'
import { readCity } from '#db/city/load.ts'
import type * as store from '../../../server/domain/grants/store.ts'
import { openWorld, type World } from '../../support/world.ts'

type Store = typeof store

let meanwhile: (() => Promise<unknown>) | undefined

vi.mock('../../../server/domain/grants/store.ts', async (original) => {
  const actual = await original<Store>()
  const openGrants: Store['openGrants'] = async (reader) => {
    const rows = await actual.openGrants(reader)
    const then = meanwhile
    meanwhile = undefined
    await then?.()
    return rows
  }
  return { ...actual, openGrants }
})

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterEach(() => {
  meanwhile = undefined
})

test('a grant that is stopped while the grants are read anew counts no moment longer', async () => {
  const inForce = () => grantFor('birth', ['birth-registration'], '2026-11-23')
  const [grant] = inForce()
  const office = await world.as('data')
  const { grants } = readCity('db/city')
  const later = grants.map((each) => ({ ...each, validTo: '2028-12-31' }))
  await perform(await world.as('system'), (act) => loadStandingGrants(act, later))
  meanwhile = () =>
    perform(office, (act) =>
      changeGrant(act, { grant: grant?.id ?? '', decision: 'suspend', note: '正在核查用途' }),
    )
  await reloadGrants()
  expect(inForce()).toEqual([])
})
