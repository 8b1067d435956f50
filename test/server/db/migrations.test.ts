import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { close, dialect, raw, read } from '#db'
import { lookupLog } from '#db/schema/exchange.ts'
import { people } from '#db/schema/identity.ts'
import { look, perform } from '#domain/perform.ts'
import { presentStep, saveStep } from '#domain/forms/index.ts'
import { fillDraft, TYPED } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

/* Migrations that carry rows over, run on a database that looks as it did before them. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(close)

/** The statements of a migration of this engine, in their order. */
function statementsOf(name: string): string[] {
  return readFileSync(join('db/migrations', dialect, `${name}.sql`), 'utf8').split('--> statement-breakpoint')
}

it('finds a look-up of before in the new log, about the same person, for the same draft', async () => {
  const create = statementsOf('0000_first').find((sql) => /CREATE TABLE .lookups. /.test(sql)) ?? ''
  await raw(create)
  const who = await world.as('mother01')
  const id = who.actor.kind === 'person' ? who.actor.id : ''
  const [person] = await read().select().from(people).where(eq(people.id, id))
  await raw(
    `insert into lookups (id, resource, subject_id, subject_kind, actor_kind, actor_id, purpose, ground_kind, ground, fields, outcome, ms, at)
     values ('old-1', 'population', '${id}', 'person', 'person', '${id}', 'draft-1', 'consent', 'consent-1', '["name","gender"]', 'found', 12, 1790000000000)`,
  )
  for (const sql of statementsOf('0011_exchange-old-log')) await raw(sql)
  const [row] = await read().select().from(lookupLog).where(eq(lookupLog.id, 'old-1'))
  expect(row).toMatchObject({
    subject: person?.residentIdBlind,
    matterKind: 'draft',
    matterId: 'draft-1',
    fields: ['name', 'gender'],
    outcome: 'found',
    cached: false,
    answeredAt: 1790000000000,
  })
})

it('keeps what was known of a draft when it moves to a table of its own', async () => {
  const who = await world.as('mother02')
  const draft = await fillDraft(who)
  const known = async () => {
    const { facts } = await look(who, (reading) => presentStep(reading, { draft, step: 'applicant' }))
    return facts
  }
  const before = await known()
  expect(before.length).toBeGreaterThan(0)
  await raw(`alter table drafts add column knowns ${dialect === 'postgres' ? 'bytea' : 'blob'}`)
  await raw(
    `update drafts set version = version + 1, knowns = (select k.knowns from draft_knowns k where k.draft = drafts.id)`,
  )
  await raw('drop table draft_knowns')
  for (const sql of statementsOf('0009_draft-knowns-apart')) await raw(sql)
  expect(await known()).toEqual(before)
  await perform(who, (act) => saveStep(act, { draft, step: 'child', ...TYPED }))
  expect(await known()).toEqual(before)
})
