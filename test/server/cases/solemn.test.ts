import { expect, it } from 'vitest'
import { presentOwnCase } from '#domain/cases/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look } from '#domain/perform.ts'
import { accept, decideEverything } from '../../support/desk.ts'
import { sendWalked, walkToCheck } from '../../support/walk.ts'
import { openWorld } from '../../support/world.ts'

it('when all is decided after a death, the family is told so and not asked how it went', async () => {
  const world = await openWorld()
  const widow = await world.as('widow')
  const draft = await walkToCheck(widow, 'bereavement', {
    'deceased.relation': 'spouse',
    'situation.deathKind': 'hospital',
    'situation.cremated': 'yes',
    'situation.pensionKind': 'employee',
    'situation.closing': ['medical-account'],
    'situation.heirs': 'single',
  })
  const no = await sendWalked(widow, draft, [])
  await accept(world, no)
  await decideEverything(world, no)
  const view = await look(widow, (reading) => presentOwnCase(reading, { no }))
  expect(view).toMatchObject({ state: 'closed', solemn: true })
  const { rows } = await look(widow, (reading) => listNotices(reading, {}))
  const told = rows.filter(({ params }) => params.no === no)
  expect(told.find(({ kind }) => kind === 'case_ended')?.link).toBe(`/cases/${no}`)
  expect(told.map(({ kind }) => kind)).not.toContain('case_closed')
  expect(told.filter(({ link }) => link.startsWith('/ratings'))).toEqual([])
})
