import { setTimeout as after } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { describe, expect, it } from 'vitest'
import { durableOn, type Disk } from '#db/durable.sqlite.ts'
import * as schema from '#db/schema/index.ts'
import { makeWriteQueue } from '#db/write-queue.ts'

/* Of SQLite: a commit is answered when the disk has it, and not before. */

/** A disk that is slow, after its first turn, and whose every turn ends when the test says so. */
function slowDisk() {
  const turns: { end: () => void; fail: (error: Error) => void }[] = []
  const disk: Disk = {
    now() {
      const until = performance.now() + 2
      while (performance.now() < until);
    },
    meanwhile: () => new Promise<void>((resolve, reject) => turns.push({ end: resolve, fail: reject })),
  }
  return { turns, durable: durableOn(disk) }
}

function queueOn({ durable }: ReturnType<typeof slowDisk>) {
  const connection = new Database(':memory:')
  connection.exec('create table rows (name text not null)')
  const queue = makeWriteQueue(connection, drizzle(connection, { schema }), durable)
  const ended: string[] = []
  function write(name: string): Promise<void> {
    const insert = async () => void connection.prepare('insert into rows values (?)').run(name)
    return queue.run(insert).then(
      () => void ended.push(name),
      (error: Error) => void ended.push(`${name}: ${error.message}`),
    )
  }
  return { ended, write, written: () => connection.prepare('select name from rows').pluck().all() }
}

describe('what was committed', () => {
  it('is answered when the disk has it; who comes meanwhile shares the next commit', async () => {
    const disk = slowDisk()
    const { ended, write, written } = queueOn(disk)
    await write('first')
    const first = write('a')
    await after(20)
    const others = [write('b'), write('c')]
    await after(20)
    expect(written()).toEqual(['first', 'a'])
    expect(ended).toEqual(['first'])
    disk.turns[0]?.end()
    await first
    await after(20)
    expect(written()).toEqual(['first', 'a', 'b', 'c'])
    expect(ended).toEqual(['first', 'a'])
    expect(disk.turns).toHaveLength(2)
    disk.turns[1]?.end()
    await Promise.all(others)
    expect(ended).toEqual(['first', 'a', 'b', 'c'])
  })

  it('is told to have failed when the disk did, and so is everything after it', async () => {
    const disk = slowDisk()
    const { ended, write } = queueOn(disk)
    await write('first')
    const first = write('a')
    await after(20)
    const second = write('b')
    disk.turns[0]?.fail(new Error('the disk is gone'))
    await Promise.all([first, second])
    await write('c')
    expect(ended).toEqual(['first', 'a: the disk is gone', 'b: the disk is gone', 'c: the disk is gone'])
    expect(disk.turns).toHaveLength(1)
  })
})
