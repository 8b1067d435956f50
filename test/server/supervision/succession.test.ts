import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { catalog, publishChanges, refreshCatalog, FROM_FILES } from '#domain/catalog/index.ts'
import { look, perform } from '#domain/perform.ts'
import { claimWork, readSupervision } from '#domain/supervision/index.ts'
import { workOf } from '#domain/work/index.ts'
import { eventsOfItem, itemNow, opensItem } from '../../support/office.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

describe('a department that was dissolved', () => {
  it('leaves its open work to its successor, each with an event, when that is published', async () => {
    const unit = 'disease-control'
    const items = [await opensItem(world, { unit }), await opensItem(world, { unit })]
    const [first = ''] = items
    await perform(await world.as('cdc'), (act) => claimWork(act, { item: first }))
    const department = catalog().one('department', unit)
    await perform(await world.as('system'), (act) =>
      publishChanges(
        act,
        [{ kind: 'department', code: unit, body: { ...department, successor: 'health-commission' } }],
        FROM_FILES,
      ),
    )
    await world.runJobs()
    await refreshCatalog()
    for (const item of items) {
      expect(await itemNow(item)).toMatchObject({ unit: 'health-commission', assignee: '' })
      expect((await eventsOfItem(item)).at(-1)).toMatchObject({
        move: 'handOn',
        data: { from: unit, to: 'health-commission' },
      })
    }
    // Nothing is counted where nothing is any more, and what comes later goes to the successor at once.
    const { units } = await look(await world.as('supervisor'), readSupervision)
    expect(units.map(({ code, open }) => [code, open])).toEqual([['health-commission', 2]])
    const late = await opensItem(world, { unit })
    expect((await workOf(read(), late))?.unit).toBe('health-commission')
  })
})
