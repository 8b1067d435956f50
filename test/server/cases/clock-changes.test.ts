import { and, eq, lte } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { jobs } from '#db/schema/jobs.ts'
import { notices } from '#db/schema/notices.ts'
import { acceptCase, decideItem, presentOwnCase } from '#domain/cases/index.ts'
import { claimNext, enqueue } from '#domain/jobs/index.ts'
import { look, perform } from '#domain/perform.ts'
import { markDue, timeline, type WorkRow } from '#domain/work/index.ts'
import { accept, ALL_CHECKED, itemsOf } from '../../support/desk.ts'
import { sendNewborn } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

type Decided = Parameters<typeof decideItem>[1]

function at(time: string, day = '2026-11-23'): void {
  world.at(`${day}T${time}:00+08:00`)
}

async function certificateOf(no: string): Promise<WorkRow> {
  const item = (await itemsOf(no))['birth-certificate']
  if (!item) throw new Error('the case has no such item')
  return item
}

async function move(login: string, no: string, decided: Omit<Decided, 'item' | 'note'>): Promise<void> {
  const { id } = await certificateOf(no)
  await perform(await world.as(login), (act) =>
    decideItem(act, { note: '等待法院的通知', checked: ALL_CHECKED, ...decided, item: id }),
  )
}

/** Everything of a clock that a person may read. */
function ends({ clock, clockUsed, dueDay, dueTime, legalDay }: WorkRow) {
  return { clock, clockUsed, dueDay, dueTime, legalDay }
}

describe('a clock of the machine that is set by an hour while a case runs', () => {
  it('back and forward again moves no due day and uses up no time', async () => {
    at('10:00')
    const no = await sendNewborn(await world.as('mother01'))
    const sent = await certificateOf(no)
    expect(sent.clock).toBe('running')
    at('09:00')
    await markDue(world.now())
    expect(ends(await certificateOf(no))).toEqual(ends(sent))
    await accept(world, no)
    const accepted = await certificateOf(no)
    expect(accepted).toMatchObject({ state: 'reviewing', clock: 'running', signal: '' })
    for (const time of ['08:00', '11:00', '10:00']) {
      at(time)
      await markDue(world.now())
      await world.runJobs()
      expect(ends(await certificateOf(no))).toEqual(ends(accepted))
    }
    at('11:00')
    await move('hospital-head', no, { decision: 'suspend' })
    expect((await certificateOf(no)).clockUsed).toBe(0)
    at('10:00')
    await move('hospital-head', no, { decision: 'unsuspend' })
    expect(ends(await certificateOf(no))).toEqual(ends(accepted))
  })

  it('back over midnight, in a pause, moves no due day and counts no time below none', async () => {
    at('10:00')
    const no = await sendNewborn(await world.as('mother02'))
    await accept(world, no)
    const accepted = await certificateOf(no)
    at('00:20')
    await move('hospital-head', no, { decision: 'suspend' })
    expect((await certificateOf(no)).clockUsed).toBe(0)
    at('23:20', '2026-11-22')
    await move('hospital-head', no, { decision: 'unsuspend' })
    expect(ends(await certificateOf(no))).toEqual(ends(accepted))
  })

  it('keeps the order in which things happened, for the desk and for the applicant', async () => {
    at('11:00')
    const mother = await world.as('mother03')
    const no = await sendNewborn(mother)
    at('10:00')
    await accept(world, no)
    at('10:30')
    await move('hospital', no, { decision: 'grant' })
    at('10:40')
    await world.runJobs()
    const { id } = await certificateOf(no)
    const events = await timeline(read(), id)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
    const moves = events.map((each) => each.move)
    expect(moves[0]).toBe('open')
    expect(moves.indexOf('accept')).toBeLessThan(moves.indexOf('grant'))
    expect(moves.at(-1)).toBe('issue')
    const seen = await look(await world.as('mother03'), (reading) => presentOwnCase(reading, { no }))
    expect(seen.no).toBe(no)
  })

  it('forgets nothing that was to follow: it is done, once, by the time at which it was written', async () => {
    at('14:00')
    const no = await sendNewborn(await world.as('mother04'))
    await world.runJobs()
    await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
    at('13:00')
    await world.runJobs()
    at('14:00')
    await world.runJobs()
    const left = await read()
      .select({ kind: jobs.kind, error: jobs.error })
      .from(jobs)
      .where(and(eq(jobs.doneAt, 0), lte(jobs.runAt, world.now())))
    expect(left).toEqual([])
    expect(
      await read().$count(notices, and(eq(notices.kind, 'case_accepted'), eq(notices.link, `/cases/${no}`))),
    ).toBe(1)
  })

  it('leaves no job to a runner that died: what is taken for longer than anybody takes it is free', async () => {
    at('15:00')
    await world.runJobs()
    const job = { kind: 'search.index', key: 'taken before the clock was set back', payload: {}, runAt: 1 }
    await transaction((tx) => enqueue({ tx, at: world.now() }, job))
    const taken = await transaction((tx) => claimNext(tx, world.now()))
    expect(taken?.key).toBe(job.key)
    at('14:00')
    const again = await transaction((tx) => claimNext(tx, world.now()))
    expect(again).toMatchObject({ key: job.key, attempts: 2 })
    await expect(transaction((tx) => claimNext(tx, world.now()))).resolves.toBeUndefined()
  })
})
