import { beforeAll, describe, expect, it } from 'vitest'
import { deskInbox } from '#domain/insight/index.ts'
import { look, perform } from '#domain/perform.ts'
import { openWork, type NewWork } from '#domain/work/index.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Sixty cases of three items each, opened turn by turn, so that siblings do not stand side by side.
  const cases = Array.from({ length: 60 }, (_, i) => ({ parentId: newId(world.now()), no: `T${i}` }))
  await perform(await world.as('system'), async (act) => {
    const topics = ['birth-certificate', 'household-registration', 'medical-insurance']
    await openWork(
      act,
      topics.flatMap((topic) =>
        cases.map((each): NewWork => ({
          ...each,
          kind: 'caseItem',
          state: 'received',
          unit: 'public-security',
          topic,
          label: '某人',
          ownerId: 'nobody',
          clock: { name: 'accept', days: 5 },
        })),
      ),
    )
  })
})

describe('the inbox of the desk', () => {
  it('shows a case that is taken in as one line, fifty lines to a page, none of them twice', async () => {
    const counter = await world.as('counter')
    const first = await look(counter, (reading) => deskInbox(reading, { kind: 'caseItem' }))
    expect(first.lines).toHaveLength(50)
    const rest = await look(counter, (reading) =>
      deskInbox(reading, { kind: 'caseItem', after: first.next ?? '' }),
    )
    expect(rest.next).toBeNull()
    const all = [...first.lines, ...rest.lines]
    expect(new Set(all.map(({ href }) => href)).size).toBe(60)
    expect(all).toHaveLength(60)
    expect(all.every(({ count }) => count === 3)).toBe(true)
  })
})
