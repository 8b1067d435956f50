import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { latestEntries } from '#domain/audit/index.ts'
import { presentDeskCase, presentItem, revealOfCase, revealOfItem } from '#domain/cases/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { DeskFact } from '#shared/cases/view.ts'
import { itemsOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

const ELEMENT = 'mother.residentId'

let world: World
let no: string
let item: string
beforeAll(async () => {
  world = await openWorld()
  no = await sendNewborn(await world.as('mother01'), { 'situation.married': 'no' })
  item = (await itemsOf(no))['household-registration']?.id ?? ''
})

function factIn({ facts }: { facts: DeskFact[] }): Pick<DeskFact, 'value' | 'mask'> | undefined {
  return facts.find(({ element }) => element === ELEMENT)
}

const caseOf = async (who: Asking, pass?: string) =>
  factIn(await look(who, (reading) => presentDeskCase(reading, { no, pass })))

describe('a masked fact of a case', () => {
  it('is shown whole to whoever asked, for ten minutes, and the asking is on record', async () => {
    const counter = await world.as('counter')
    expect(await caseOf(counter)).toMatchObject({ mask: 'on', value: expect.stringContaining('***') })
    const { pass } = await perform(counter, (act) => revealOfCase(act, { no, element: ELEMENT }))
    expect(await caseOf(counter, pass)).toMatchObject({
      mask: 'lifted',
      value: expect.stringMatching(/^\d{17}[\dX]$/),
    })
    expect(await caseOf({ ...counter, at: counter.at + 11 * 60_000 }, pass)).toMatchObject({ mask: 'on' })
    const entry = (await latestEntries(read(), 500)).find(({ verb }) => verb === 'cases.reveal')
    expect(entry).toMatchObject({ subjectKind: 'case', detail: { no, element: ELEMENT } })
  })

  it('stays masked for a colleague, on another page, and with a pass that was made up', async () => {
    const counter = await world.as('counter')
    const { pass } = await perform(counter, (act) => revealOfCase(act, { no, element: ELEMENT }))
    expect(await caseOf(await world.as('supervisor'), pass)).toMatchObject({ mask: 'on' })
    expect(await caseOf(counter, 'made-up')).toMatchObject({ mask: 'on' })
    const police = await world.as('police')
    expect(factIn(await look(police, (reading) => presentItem(reading, { item, pass })))).toMatchObject({
      mask: 'on',
    })
  })

  it('opens to the reviewer of an item that asked for it, and to nobody of another department', async () => {
    const police = await world.as('police')
    const { pass } = await perform(police, (act) => revealOfItem(act, { item, element: ELEMENT }))
    expect(factIn(await look(police, (reading) => presentItem(reading, { item, pass })))).toMatchObject({
      mask: 'lifted',
    })
    const asked = perform(await world.as('social'), (act) => revealOfItem(act, { item, element: ELEMENT }))
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not there when nothing of it is hidden', async () => {
    const asked = perform(await world.as('counter'), (act) =>
      revealOfCase(act, { no, element: 'child.name' }),
    )
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  })
})
