import { beforeAll, expect, it, vi } from 'vitest'
import { read } from '#db'
import { dispatchObjection, object, ownLooks, verifyObjection } from '#domain/footprint/index.ts'
import { draftRow } from '#domain/forms/store.ts'
import { personOf } from '#domain/identity/index.ts'
import { look, perform } from '#domain/perform.ts'
import { correctRegister } from '../../support/correct-register.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

it('a value that is corrected for whom it is about is looked up anew in a draft of somebody else', async () => {
  const draft = await fillDraft(await world.as('lin'))
  const ethnicity = async () => (await draftRow(read(), draft))?.content.knowns['father.ethnicity']?.value
  // What the mother's answers make possible is asked while she goes on.
  await vi.waitFor(async () => expect(await ethnicity()).toBeDefined())
  const should = (await ethnicity()) === '02' ? '03' : '02'
  const spouse = await world.as('spouse')
  const { cards } = await look(spouse, (reading) => ownLooks(reading, {}))
  const lines = cards.flatMap((card) => card.lines)
  const { id: lookup = '' } = lines.find(({ resource }) => resource === '人口基本信息') ?? {}
  const said = { lookup, field: 'ethnicity', was: '', should, why: '登记有误，见出生证' }
  const { no } = await object(spouse, said)
  await perform(await world.as('data'), (act) => dispatchObjection(act, { no, note: '' }))
  const person = await personOf(read(), spouse.actor.kind === 'person' ? spouse.actor.id : '')
  correctRegister('population', person?.residentId ?? '', 'ethnicity', should)
  await perform(await world.as('police-data'), (act) =>
    verifyObjection(act, { no, decision: 'correct', note: '已按出生证更正' }),
  )
  await world.runJobs()
  expect(await ethnicity()).toBe(should)
})
