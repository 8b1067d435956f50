import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { read, transaction } from '#db'
import { draftKnowns, drafts } from '#db/schema/forms.ts'
import { presentStep, saveStep } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { fillDraft, TYPED } from '../../support/newborn.ts'
import { openWorld, type World } from '../../support/world.ts'

/* A process remembers the drafts it has just saved: what it remembers is never older or newer than the row. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const save = (who: Asking, draft: string, typed: Record<string, string>) =>
  perform(who, (act) => saveStep(act, { draft, step: 'child', ...TYPED, ...typed }))

async function nameIn(who: Asking, draft: string): Promise<unknown> {
  const { fields } = await look(who, (reading) => presentStep(reading, { draft, step: 'child' }))
  return fields.find(({ name }) => name === 'child.name')?.value
}

async function stored(draft: string) {
  const [row] = await read().select().from(drafts).where(eq(drafts.id, draft))
  if (!row) throw new Error('the draft is gone')
  return row
}

async function storedKnowns(draft: string) {
  const [row] = await read().select().from(draftKnowns).where(eq(draftKnowns.draft, draft))
  return row?.knowns
}

/** Saves as another process would: past everything this one remembers. */
async function saveElsewhere(draft: string, name: string): Promise<void> {
  const { content, version } = await stored(draft)
  content.answers['child.name'] = name
  await transaction((tx) =>
    tx
      .update(drafts)
      .set({ content, version: version + 1 })
      .where(eq(drafts.id, draft)),
  )
}

it('sees what another process saved meanwhile', async () => {
  const who = await world.as('mother01')
  const draft = await fillDraft(who)
  await save(who, draft, { 'child.name': '林小溪' })
  await saveElsewhere(draft, '林小河')
  expect(await nameIn(who, draft)).toBe('林小河')
  await save(who, draft, { 'child.nativePlace': '云溪市', 'child.name': '林小河' })
  expect((await stored(draft)).content.answers['child.name']).toBe('林小河')
})

it('remembers nothing of a save that failed', async () => {
  const who = await world.as('mother02')
  const draft = await fillDraft(who)
  await save(who, draft, { 'child.name': '林小溪' })
  await expect(
    perform(who, async (act) => {
      await saveStep(act, { draft, step: 'child', ...TYPED, 'child.name': '没存上' })
      throw new Error('the disk is full')
    }),
  ).rejects.toThrow('the disk is full')
  expect(await nameIn(who, draft)).toBe('林小溪')
  // The version that the failed save would have had, with other content.
  await saveElsewhere(draft, '林小河')
  expect(await nameIn(who, draft)).toBe('林小河')
})

it('keeps both of two pages saved at once', async () => {
  const who = await world.as('mother03')
  const draft = await fillDraft(who)
  await save(who, draft, {})
  const before = await stored(draft)
  await Promise.all([
    save(who, draft, { 'child.name': '林小溪' }),
    perform(who, (act) => saveStep(act, { draft, step: 's1', 'applicant.relation': 'mother' })),
    save(who, draft, { 'child.name': '林小河', 'child.nativePlace': '云溪市' }),
  ])
  const after = await stored(draft)
  expect(after.version).toBe(before.version + 3)
  expect(await nameIn(who, draft)).toBe(after.content.answers['child.name'])
})

it('does not give the remembered draft to somebody else', async () => {
  const who = await world.as('mother04')
  const draft = await fillDraft(who)
  await save(who, draft, {})
  await expect(nameIn(await world.as('mother05'), draft)).rejects.toMatchObject({ code: 'not_found' })
})

it('keeps what was known to drafts that have it among their answers still', async () => {
  const who = await world.as('mother06')
  const draft = await fillDraft(who)
  const { content, version } = await stored(draft)
  const knowns = await storedKnowns(draft)
  if (!knowns) throw new Error('nothing is known')
  await transaction(async (tx) => {
    await tx
      .update(drafts)
      .set({ content: { ...content, knowns }, version: version + 1 })
      .where(eq(drafts.id, draft))
    await tx.delete(draftKnowns).where(eq(draftKnowns.draft, draft))
  })
  await save(who, draft, { 'child.name': '林小溪' })
  expect((await stored(draft)).content.knowns).toBeUndefined()
  const after = await storedKnowns(draft)
  expect(after).toEqual(knowns)
})
