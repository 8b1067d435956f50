import { beforeAll, expect, test } from 'vitest'
import { changeGrant, grantFor } from '#domain/grants/index.ts'
import { asking, perform } from '#domain/perform.ts'
import { systemActor } from '#shared/access/actor.ts'
import { aboutPerson, answerWith, askFor, birthMatter, found } from '../../support/registers-of-test.ts'
import { openWorld, type World } from '../../support/world.ts'

const ID = '349901199001010010'
const ITEM = 'household-registration'
let world: World

beforeAll(async () => {
  world = await openWorld()
  answerWith(() => found({ name: '林知夏', address: '柳岸街道' }))
})

async function askOn(day: string) {
  const who = asking(systemActor('test'), Date.parse(`${day}T10:00:00+08:00`))
  return askFor(aboutPerson(ID), birthMatter({ items: [ITEM] }), who)
}

test('the last day of a grant is the last day of look-ups, with nobody doing anything', async () => {
  expect((await askOn('2027-12-31')).outcome).toBe('found')
  expect(await askOn('2028-01-01')).toMatchObject({ outcome: 'refused', fault: 'no-grant', rows: [] })
})

test('what the data office suspends is not looked up any more, until it resumes it', async () => {
  const [grant] = grantFor('population', [ITEM], '2026-11-23')
  const change = async (decision: 'suspend' | 'resume') =>
    perform(await world.as('data'), (act) =>
      changeGrant(act, { grant: grant?.id ?? '', decision, note: '正在核查用途' }),
    )
  await change('suspend')
  expect(await askOn('2026-11-23')).toMatchObject({ outcome: 'refused', fault: 'no-grant' })
  await change('resume')
  expect((await askOn('2026-11-23')).outcome).toBe('found')
})
