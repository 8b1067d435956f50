import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { workCounts, workItems } from '#db/schema/work.ts'
import { acceptCase, askCorrection, correctCase, withdrawCase } from '#domain/cases/index.ts'
import { perform } from '#domain/perform.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** What the inbox says it has, and the lines that stand in it. */
async function countedAndThere() {
  const lines = await read()
    .select()
    .from(workItems)
    .where(and(eq(workItems.closedAt, 0), eq(workItems.leads, true)))
  const there: Record<string, number> = {}
  for (const { kind, state, unit, dueDay } of lines) {
    const place = [kind, state, unit, dueDay].join(' ')
    there[place] = (there[place] ?? 0) + 1
  }
  const rows = await read().select().from(workCounts)
  const counted = Object.fromEntries(
    rows
      .filter(({ count }) => count !== 0)
      .map(({ kind, state, unit, dueDay, count }) => [[kind, state, unit, dueDay].join(' '), count]),
  )
  return { counted, there }
}

async function expectRight(): Promise<void> {
  const { counted, there } = await countedAndThere()
  expect(counted).toEqual(there)
}

describe('the counts of the inbox', () => {
  it('are those of its lines, whatever several items of a case go through in one act', async () => {
    const nos = [
      await sendNewborn(await world.as('mother01')),
      await sendNewborn(await world.as('mother02')),
      await sendNewborn(await world.as('mother03')),
    ]
    const [accepted = '', asked = '', withdrawn = ''] = nos
    await world.runJobs()
    await expectRight()
    const counter = await world.as('counter')
    await perform(counter, (act) => acceptCase(act, { no: accepted }))
    await expectRight()
    const wish = { no: asked, elements: ['child.name'], note: '请核对宝宝的姓名' }
    await perform(counter, (act) => askCorrection(act, wish))
    await expectRight()
    await perform(await world.as('mother02'), (act) =>
      correctCase(act, { no: asked, 'child.name': '林小溪' }),
    )
    await expectRight()
    await perform(counter, (act) => acceptCase(act, { no: asked }))
    await perform(await world.as('mother03'), (act) => withdrawCase(act, { no: withdrawn }))
    await world.runJobs()
    await expectRight()
  })
})
