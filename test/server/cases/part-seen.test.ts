import { beforeAll, expect, it } from 'vitest'
import { decideItem, fileOfCase, planInspection, presentDeskCase, presentItem } from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import { accept, itemsOf } from '../../support/desk.ts'
import { bundle } from '../../support/published.ts'
import { sendWalked, walkToCheck, whoMustAgree } from '../../support/walk.ts'
import { fullestAnswers, WALKS } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
let no: string
beforeAll(async () => {
  world = await openWorld()
  const who = await world.as('restaurant')
  const usual = WALKS.find(({ event }) => event === 'restaurant')?.answers
  const draft = await walkToCheck(who, 'restaurant', { ...fullestAnswers(bundle('restaurant')), ...usual })
  const others = await Promise.all((await whoMustAgree(who, draft)).map((other) => world.as(other)))
  no = await sendWalked(who, draft, others)
  await world.runJobs()
  await accept(world, no)
})

it('a reviewer sees of a case what the items of their department asked for, the counter everything', async () => {
  const seenBy = async (login: string) =>
    look(await world.as(login), (reading) => presentDeskCase(reading, { no }))
  const whole = await seenBy('counter')
  const part = await seenBy('tobacco')
  const elements = part.facts.map(({ element }) => element)
  expect(elements).toContain('enterprise.name')
  expect(elements).not.toContain('food.staff')
  expect(part.facts.length).toBeLessThan(whole.facts.length)
  const hidden = whole.files.find(({ fileId }) => !part.files.some((file) => file.fileId === fileId))
  const open = async (login: string) =>
    look(await world.as(login), (reading) => fileOfCase(reading, no, hidden?.fileId ?? ''))
  await expect(open('tobacco')).rejects.toMatchObject({ code: 'not_found' })
  await expect(open('counter')).resolves.toHaveProperty('name')
})

it('a joint visit can be planned while the item is in its special procedure', async () => {
  const market = await world.as('market')
  const item = (await itemsOf(no))['food-licence']?.id ?? ''
  const { procedures } = await look(market, (reading) => presentItem(reading, { item }))
  await perform(market, (act) =>
    decideItem(act, {
      item,
      decision: 'startProcedure',
      procedure: procedures[0]?.code,
      note: '现场核查需要 5 个工作日。',
    }),
  )
  const plan = (day: string) => perform(market, (act) => planInspection(act, { no, day, note: '' }))
  await expect(plan('2026-11-28')).rejects.toMatchObject({
    detail: { problems: [{ code: 'not_a_workday' }] },
  })
  await plan('2026-11-26')
  const { inspection } = await look(market, (reading) => presentItem(reading, { item }))
  expect(inspection?.planned).toMatchObject({ day: '2026-11-26' })
})
