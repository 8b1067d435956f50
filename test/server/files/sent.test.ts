import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fileOfCase, presentDeskCase, sendCase } from '#domain/cases/index.ts'
import { useScanner } from '#domain/files/index.ts'
import { decideConsent, giveMaterials, presentStep, saveStep } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { chunk, makePng } from '../../unit/files/make.ts'
import { fillDraft } from '../../support/newborn.ts'
import { openScanner, VIRUS } from '../../support/scanner.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => useScanner(undefined))

const pathOf = (id: string) => join(process.env.DATA_DIR ?? '', 'files', id.slice(-2), id)

/** A draft ready to be sent, with this photo of the baby; answers the photo's id as well. */
async function withPhoto(who: Asking, data: Buffer): Promise<{ draft: string; photo: string }> {
  const draft = await fillDraft(who)
  const { next } = await giveMaterials(who, { draft, 'child-photo': [{ name: 'photo.png', data }] })
  expect(next).toBe('check')
  const { materials } = await look(who, (reading) => presentStep(reading, { draft, step: 'materials' }))
  return { draft, photo: materials.find(({ code }) => code === 'child-photo')?.files[0]?.fileId ?? '' }
}

const send = (who: Asking, draft: string) => perform(who, (act) => sendCase(act, { draft }))

describe('a file that was sent', () => {
  it('before the scanner saw it is marked at the desk, and gone when a virus is found', async () => {
    useScanner('tcp://127.0.0.1:9')
    const who = await world.as('mother01')
    const { draft, photo } = await withPhoto(who, makePng([[0, 1, 2, 3]], 1, 8, 2, chunk('IDAT', VIRUS)))
    const { no } = await send(who, draft)
    const counter = await world.as('counter')
    const atDesk = async () => (await look(counter, (reading) => presentDeskCase(reading, { no }))).files
    expect(await atDesk()).toMatchObject([{ fileId: photo, scan: 'pending' }])
    expect(await look(counter, (reading) => fileOfCase(reading, no, photo))).toMatchObject({
      mime: 'image/png',
    })

    const scanner = await openScanner()
    useScanner(scanner.address)
    await world.runJobs()
    expect(await atDesk()).toMatchObject([{ fileId: photo, scan: 'infected' }])
    expect(existsSync(pathOf(photo))).toBe(false)
    for (const reader of [counter, who])
      await expect(look(reader, (reading) => fileOfCase(reading, no, photo))).rejects.toMatchObject({
        code: 'not_found',
      })
    await scanner.close()
  })

  it('stays, and one that is not asked for any more is erased when the application goes', async () => {
    const who = await world.as('mother02')
    const kept = await withPhoto(who, makePng([[0, 1, 2, 3]], 1))
    await send(who, kept.draft)
    const dropped = await withPhoto(who, makePng([[0, 4, 5, 6]], 1))
    const { draft } = dropped
    await perform(who, (act) =>
      saveStep(act, { draft, step: 's5', 'situation.extras': ['birth-registration'] }),
    )
    const { next } = await decideConsent(who, { draft, decision: 'agree' })
    expect(next).toBe('check')
    await send(who, draft)
    await world.runJobs()
    expect([existsSync(pathOf(kept.photo)), existsSync(pathOf(dropped.photo))]).toEqual([true, false])
  })
})
