import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { read } from '#db'
import { agreements } from '#db/schema/agreements.ts'
import { drafts } from '#db/schema/forms.ts'
import { invite } from '#domain/agreements/index.ts'
import { giveMaterials, handleExpire, openDrafts, presentStep, saveStep } from '#domain/forms/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { look, perform } from '#domain/perform.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'
import { makePng } from '../../unit/files/make.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

/** Another day, with what the hourly job does on it. */
async function on(day: string): Promise<void> {
  world.at(`${day}T10:30:00+08:00`)
  await handleExpire({}, world.now())
  await world.runJobs()
}

const told = async (login: string) =>
  (await look(await world.as(login), (reading) => listNotices(reading, {}))).rows.filter(
    ({ kind }) => kind === 'draft_expiring',
  ).length

it('a draft that nobody touches is told of once after 27 days, and erased with its files after 30', async () => {
  const lin = await world.as('lin')
  const draft = await fillDraft(lin)
  await giveMaterials(lin, {
    draft,
    'child-photo': [{ name: 'a.png', data: makePng([[0, 255, 255, 255]], 1) }],
  })
  const { materials } = await look(lin, (reading) => presentStep(reading, { draft, step: 'materials' }))
  const photo = materials.flatMap(({ files }) => files)[0]?.fileId ?? ''
  const file = join(process.env.DATA_DIR ?? '', 'files', photo.slice(-2), photo)
  await perform(lin, (act) => invite(act, { draft }))
  expect(existsSync(file)).toBe(true)

  await on('2026-12-19')
  expect(await told('lin')).toBe(0)
  await on('2026-12-20')
  await on('2026-12-21')
  expect(await told('lin')).toBe(1)
  expect(await look(await world.as('lin'), openDrafts)).toHaveLength(1)
  await on('2026-12-24')
  expect(await look(await world.as('lin'), openDrafts)).toEqual([])
  expect(await read().select().from(drafts).where(eq(drafts.id, draft))).toEqual([])
  expect(await read().select().from(agreements).where(eq(agreements.draftId, draft))).toEqual([])
  expect(existsSync(file)).toBe(false)
})

it('whoever goes on with it keeps it for another 30 days', async () => {
  world.at('2026-11-23T10:00:00+08:00')
  const draft = await fillDraft(await world.as('mother01'), {}, 'agree', 'child')
  world.at('2026-12-22T10:00:00+08:00')
  const late = await world.as('mother01')
  await perform(late, (act) => saveStep(act, { draft, step: 'child', 'child.name': '林小满' }))
  await on('2026-12-30')
  expect(await look(await world.as('mother01'), openDrafts)).toHaveLength(1)
  await on('2027-01-22')
  expect(await look(await world.as('mother01'), openDrafts)).toEqual([])
})
