import { beforeAll, expect, it } from 'vitest'
import { decideItem, presentOwnCase } from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import { accept, ALL_CHECKED, itemsOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

it('the applicant reads which office did what: the counter accepts, the hospital decides', async () => {
  const no = await sendNewborn(await world.as('mother01'))
  await accept(world, no)
  const item = (await itemsOf(no))['birth-certificate']?.id ?? ''
  await perform(await world.as('hospital'), (act) =>
    decideItem(act, { item, decision: 'grant', note: '', checked: ALL_CHECKED }),
  )
  const { events } = await look(await world.as('mother01'), (reading) => presentOwnCase(reading, { no }))
  const officeOf = (move: string) => events.find((event) => event.move === move)?.unit
  expect(officeOf('accept')).toBe('市政务服务中心')
  expect(officeOf('grant')).toBe('市妇幼保健院')
  expect(officeOf('open')).toBe('')
})
