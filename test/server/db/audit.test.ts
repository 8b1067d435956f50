import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { close, dialect, open, raw, read } from '#db'
import { latestEntries, verifyChains } from '#domain/audit/index.ts'
import { asking, look, perform } from '#domain/perform.ts'
import { systemActor } from '#shared/access/actor.ts'

const triggers =
  dialect === 'postgres'
    ? {
        off: 'alter table audit_entries disable trigger user',
        on: 'alter table audit_entries enable trigger user',
      }
    : undefined

beforeAll(() => open(process.env.DATABASE_URL ?? ''))
afterAll(close)

async function write(subjectId: string): Promise<void> {
  await perform(asking(systemActor('test')), async (act) =>
    act.note({
      verb: 'test.write',
      subjectKind: 'thing',
      subjectId,
      detail: { b: 2, a: [1, { d: 4, c: 3 }] },
    }),
  )
}

/** Does what nobody can do through the product: the fences are taken down first, as a thief with the file would. */
async function tamper(sql: string): Promise<void> {
  if (triggers) {
    await raw(triggers.off)
    await raw(sql)
    await raw(triggers.on)
    return
  }
  const fences = await raw(
    "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_entries'",
  )
  for (const { name } of fences) await raw(`drop trigger ${String(name)}`)
  await raw(sql)
  for (const fence of fences) await raw(String(fence.sql))
}

async function brokenChains(): Promise<number> {
  return (await verifyChains(read())).filter((report) => report.brokenAt !== null).length
}

describe('the audit trail', () => {
  beforeEach(() => write('before'))

  test('has a line for every note, with who and what', async () => {
    await write('x1')
    const [line] = await latestEntries(read(), 1)
    expect(line).toMatchObject({ verb: 'test.write', subjectId: 'x1', actorKind: 'system', actorId: 'test' })
  })

  test('has a line for a look at personal data before the answer leaves', async () => {
    await look(asking(systemActor('reader')), async (looking) =>
      looking.note({ verb: 'test.look', subjectKind: 'person', subjectId: 'p1' }),
    )
    const [line] = await latestEntries(read(), 1)
    expect(line).toMatchObject({ verb: 'test.look', actorId: 'reader' })
  })

  test('keeps no line of an act that failed', async () => {
    const failed = perform(asking(systemActor('test')), async (act) => {
      act.note({ verb: 'test.fail', subjectKind: 'thing', subjectId: 'f' })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect((await latestEntries(read(), 100)).some((line) => line.verb === 'test.fail')).toBe(false)
  })

  test('refuses to change a line', async () => {
    await expect(raw("update audit_entries set verb = 'nothing'")).rejects.toThrow()
  })

  test('refuses to remove a line', async () => {
    await expect(raw('delete from audit_entries')).rejects.toThrow()
  })

  test('stays whole when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => write(`many ${i}`)))
    const reports = await verifyChains(read())
    expect(reports.every((report) => report.brokenAt === null)).toBe(true)
    expect(reports.reduce((sum, report) => sum + report.entries, 0)).toBeGreaterThanOrEqual(40)
  })
})

describe('verification', () => {
  test('finds a line that was changed behind the fences', async () => {
    await write('changed')
    expect(await brokenChains()).toBe(0)
    await tamper("update audit_entries set actor_id = 'somebody else' where subject_id = 'changed'")
    expect(await brokenChains()).toBe(1)
    await tamper("update audit_entries set actor_id = 'test' where subject_id = 'changed'")
    expect(await brokenChains()).toBe(0)
  })

  test('finds a last line that was taken away', async () => {
    await write('last')
    await tamper("delete from audit_entries where subject_id = 'last'")
    expect(await brokenChains()).toBe(1)
  })
})
