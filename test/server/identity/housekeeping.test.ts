import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { sessions } from '#db/schema/identity.ts'
import { purgeExpired } from '#server/jobs/housekeeping.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

describe('housekeeping', () => {
  it('takes away sessions that ended and leaves those that run', async () => {
    await world.as('counter')
    await purgeExpired({}, world.now() + 60_000)
    expect(await read().select().from(sessions)).toHaveLength(1)
    await purgeExpired({}, world.now() + 31 * 60_000)
    expect(await read().select().from(sessions)).toHaveLength(0)
  })
})
