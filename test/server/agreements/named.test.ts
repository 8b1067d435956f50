import { beforeAll, expect, it } from 'vitest'
import { agreementsOf, invite, ownInvitations, readInvitation } from '#domain/agreements/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { bundle } from '../../support/published.ts'
import { walkToCheck } from '../../support/walk.ts'
import { fullestAnswers } from '../../support/walks.ts'
import { openWorld, type World } from '../../support/world.ts'

/* A widow types the heirs herself: one under a number that is somebody else's. */

const EARLY = '349902197502089018'

let world: World
let widow: Asking
let stranger: Asking
let draft: string
beforeAll(async () => {
  world = await openWorld()
  widow = await world.as('widow')
  stranger = await world.as('early')
  const heirs = [heir('张三三', EARLY), heir('方立言', '349901198110119028')]
  draft = await walkToCheck(widow, 'bereavement', {
    ...fullestAnswers(bundle('bereavement')),
    'deceased.relation': 'spouse',
    'situation.heirs': 'agreed',
    'applicant.heirShare': '40',
    heirs,
  })
  await perform(widow, (act) => invite(act, { draft }))
})

function heir(name: string, residentId: string) {
  return {
    'heir.name': name,
    'heir.residentId': residentId,
    'heir.phone': '14009200003',
    'heir.relation': 'child',
    'heir.share': '30',
  }
}

const lines = async () => (await look(widow, (reading) => agreementsOf(reading, { draft }))).lines

it('whoever has the number and another name hears and sees nothing of the application', async () => {
  expect(await look(stranger, ownInvitations)).toEqual([])
  const { rows } = await look(stranger, (reading) => listNotices(reading, {}))
  expect(rows.filter(({ kind }) => kind === 'agreement_asked')).toEqual([])
  const agreement = (await lines()).find(({ name }) => name === '张三三')?.id ?? ''
  const view = await look(stranger, (reading) => readInvitation(reading, { agreement }))
  expect(view).toMatchObject({ state: 'not-needed', facts: [], statement: '' })
})

it('whoever invited cannot tell, and the one who was named rightly is asked', async () => {
  expect((await lines()).map(({ state }) => state)).toEqual(['invited', 'invited'])
  expect(await look(await world.as('daughter'), ownInvitations)).toHaveLength(1)
})
