import { beforeAll, describe, expect, it } from 'vitest'
import { and, count, eq } from 'drizzle-orm'
import { read } from '#db'
import { workItems } from '#db/schema/work.ts'
import { perform } from '#domain/perform.ts'
import { markDue, moveWork, openWork, workOf, type NewWork, type WorkRow } from '#domain/work/index.ts'
import { newId } from '#shared/id.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function open(number: number, days: number, more: Partial<NewWork> = {}): Promise<WorkRow[]> {
  return perform(await world.as('system'), (act) =>
    openWork(
      act,
      Array.from({ length: number }, (_, i): NewWork => ({
        kind: 'rectification',
        state: 'fixing',
        unit: 'public-security',
        parentId: newId(act.at),
        no: `D${days}-${i}`,
        topic: 'newborn',
        label: '某人',
        ownerId: 'nobody',
        clock: { name: 'handling', days },
        ...more,
      })),
    ),
  )
}

async function signalled(signal: '' | 'yellow' | 'red'): Promise<number> {
  const [row] = await read()
    .select({ count: count() })
    .from(workItems)
    .where(and(eq(workItems.signal, signal), eq(workItems.closedAt, 0)))
  return row?.count ?? 0
}

describe('what is due', () => {
  it('turns yellow within the next working day and red when its minute has passed', async () => {
    const [item] = await open(1, 3)
    const signalOf = async () => (await workOf(read(), item?.id ?? ''))?.signal
    expect(item).toMatchObject({ dueDay: '2026-11-26', dueTime: '17:30' })
    await markDue(Date.parse('2026-11-24T23:59:00+08:00'))
    expect(await signalOf()).toBe('')
    await markDue(Date.parse('2026-11-25T00:00:00+08:00'))
    expect(await signalOf()).toBe('yellow')
    await markDue(Date.parse('2026-11-26T17:30:00+08:00'))
    expect(await signalOf()).toBe('yellow')
    await markDue(Date.parse('2026-11-26T17:31:00+08:00'))
    expect(await signalOf()).toBe('red')
  })

  it('is marked whole, however much falls due at one minute, and nothing is marked twice', async () => {
    await open(2500, 5)
    const before = await signalled('red')
    const overdue = Date.parse('2026-11-30T17:31:00+08:00')
    expect(await markDue(overdue)).toBe(2500)
    expect(await signalled('red')).toBe(before + 2500)
    expect(await markDue(overdue + 60_000)).toBe(0)
  })

  it('says nothing of a clock that stands still, and begins anew when it goes on', async () => {
    const [item] = await open(1, 1, { kind: 'caseItem', state: 'reviewing', topic: 'birth-certificate' })
    await markDue(Date.parse('2026-11-23T12:00:00+08:00'))
    expect((await workOf(read(), item?.id ?? ''))?.signal).toBe('yellow')
    const head = await world.as('police-head')
    const row = await workOf(read(), item?.id ?? '')
    if (!row) throw new Error('the item is gone')
    const moved = await perform(head, (act) => moveWork(act, row, 'suspend', { note: '等待法院裁定' }))
    expect(moved).toMatchObject({ state: 'suspended', signal: '', clock: 'paused' })
    expect(await markDue(Date.parse('2026-12-20T12:00:00+08:00'))).toBe(0)
  })
})
