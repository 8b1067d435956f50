import { fork } from 'node:child_process'
import { once } from 'node:events'
import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { read } from '#db'
import { auditEntries } from '#db/schema/audit.ts'
import { jobs } from '#db/schema/jobs.ts'
import { workEvents, workItems } from '#db/schema/work.ts'
import { verifyChains } from '#domain/audit/index.ts'
import { copyCase } from '../../support/copy-case.ts'
import { accept, itemsOf } from '../../support/desk.ts'
import type { Race } from '../../support/deciding-process.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

const ITEMS = 60
const DECISIONS = ['grant', 'deny']

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** An instance of the product with a clerk at it. */
async function instance() {
  const child = fork('test/support/deciding-process.ts', { execArgv: [], timeout: 120_000 })
  const next = async (): Promise<string[]> => (await once(child, 'message'))[0]
  await next()
  return {
    decide(race: Race): Promise<string[]> {
      const answer = next()
      child.send(race)
      return answer
    },
    stop: () => child.disconnect(),
  }
}

it('two clerks at two instances who decide the same items at the same moment: each is decided once', async () => {
  const no = await sendNewborn(await world.as('mother01'))
  await accept(world, no)
  const items: string[] = []
  while (items.length < ITEMS) {
    const copy = await copyCase(no)
    items.push((await itemsOf(copy))['birth-certificate']?.id ?? '')
  }
  const { actor } = await world.as('hospital')
  const race = { actor, at: world.now(), items }
  const clerks = await Promise.all([instance(), instance()])
  const [granted, denied] = await Promise.all([
    clerks[0].decide({ ...race, decision: 'grant' }),
    clerks[1].decide({ ...race, decision: 'deny', items: [...items].reverse() }),
  ])
  for (const clerk of clerks) clerk.stop()

  expect([...granted, ...denied].sort()).toEqual([...items].sort())
  const events = await read()
    .select()
    .from(workEvents)
    .where(and(inArray(workEvents.workId, items), inArray(workEvents.move, DECISIONS)))
  const moved = events.map(({ workId, move }) => `${workId} ${move}`)
  expect(moved.sort()).toEqual(
    [...granted.map((id) => `${id} grant`), ...denied.map((id) => `${id} deny`)].sort(),
  )
  const rows = await read().select().from(workItems).where(inArray(workItems.id, items))
  for (const { id, state } of rows) expect(state).toBe(granted.includes(id) ? 'deciding' : 'denied')
  const trail = await read()
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(
      and(
        inArray(auditEntries.subjectId, items),
        inArray(
          auditEntries.verb,
          DECISIONS.map((move) => `caseItem.${move}`),
        ),
      ),
    )
  expect(trail.map(({ id }) => id).sort()).toEqual([...items].sort())
  expect(await read().$count(jobs, and(eq(jobs.kind, 'cases.complete'), eq(jobs.doneAt, 0)))).toBe(
    granted.length,
  )
  expect((await verifyChains(read())).filter(({ brokenAt }) => brokenAt !== null)).toEqual([])
}, 180_000)
