import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { entriesWithVerb } from '#domain/audit/index.ts'
import { presentBeside, presentItem } from '#domain/cases/index.ts'
import { look } from '#domain/perform.ts'
import { applyAs, itemsOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { bundle } from '../../support/published.ts'
import { fullestAnswers, WALKS } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

const ITEM = 'household-cancellation'
const DECEASED = { 'deceased.name': '方守仁', 'deceased.residentId': '349901195003129016' }

let world: World
let widows: string
let sons: string
beforeAll(async () => {
  world = await openWorld()
  const fullest = fullestAnswers(bundle('bereavement'))
  const usual = WALKS.find(({ event }) => event === 'bereavement')?.answers
  const widow = { ...fullest, ...usual, ...DECEASED }
  widows = await idOf(await applyAs(world, 'widow', 'bereavement', widow, ['son', 'daughter']))
  const heir = (name: string, residentId: string, phone: string, relation: string, share: string) => ({
    'heir.name': name,
    'heir.residentId': residentId,
    'heir.phone': phone,
    'heir.relation': relation,
    'heir.share': share,
  })
  const son = {
    ...fullest,
    ...DECEASED,
    'deceased.relation': 'child',
    'situation.heirs': 'agreed',
    'applicant.heirShare': '30',
    heirs: [
      heir('乔玉兰', '349901195308209025', '14009200002', 'spouse', '40'),
      heir('方立言', '349901198110119028', '14009200004', 'child', '30'),
    ],
  }
  sons = await idOf(await applyAs(world, 'son', 'bereavement', son, ['widow', 'daughter']))
})
beforeEach(() => world.at('2026-11-23T10:00:00+08:00'))

async function idOf(no: string): Promise<string> {
  return (await itemsOf(no))[ITEM]?.id ?? ''
}

const besideFor = async (login: string, item: string, other: string) =>
  look(await world.as(login), (reading) => presentBeside(reading, { item, other }))

describe('what two people ask for the same person', () => {
  it('is named at the desk of whoever decides one of the two', async () => {
    const { earlier, applicant } = await look(await world.as('police'), (reading) =>
      presentItem(reading, { item: sons }),
    )
    expect(earlier).toMatchObject([{ id: widows, open: true, other: expect.stringMatching(/.+/) }])
    expect(earlier[0]?.other).not.toBe(applicant)
  })

  it('stands side by side: what differs is marked, and both looks are on record', async () => {
    const { item, other, facts } = await besideFor('police', sons, widows)
    expect([item.id, other.id]).toEqual([sons, widows])
    const differing = facts.filter(({ differs }) => differs)
    expect(differing.length).toBeGreaterThan(0)
    expect(differing.length).toBeLessThan(facts.length)
    const shown = JSON.stringify(facts)
    expect(shown).toContain('方守仁')
    expect(shown).not.toContain(DECEASED['deceased.residentId'])
    const looks = await entriesWithVerb(read(), 'cases.look', '', 10)
    expect(looks.map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining([sons, widows]))
  })

  it('is compared by whoever may read both, and with nothing that has nothing to do with it', async () => {
    await expect(besideFor('health', sons, widows)).rejects.toMatchObject({ code: 'not_found' })
    const another = await sendNewborn(await world.as('mother01'))
    const stranger = (await itemsOf(another))['household-registration']
    await expect(besideFor('police', sons, stranger?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  })
})
