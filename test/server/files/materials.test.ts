import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from '#db'
import { files as filesTable } from '#db/schema/files.ts'
import { eraseFiles, openFile } from '#domain/files/index.ts'
import { giveMaterials, presentStep } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { chunk, exif, HEIC, makeJpeg, makePng, onePage, withSegments } from '../../unit/files/make.ts'
import { openWorld, type World } from '../../support/world.ts'
import { draftWithBill } from './with-bill.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

const PHOTO = 'child-photo'
const BILL = 'delivery-bill'
const png = makePng([[0, 255, 0, 0]], 1)
const taken = withSegments(makeJpeg(), exif(6))

const give = (who: Asking, draft: string, posted: Record<string, unknown>) =>
  giveMaterials(who, { draft, stay: '1', ...posted })

async function given(who: Asking, draft: string, material = PHOTO) {
  const view = await look(who, (reading) => presentStep(reading, { draft, step: 'materials' }))
  const found = view.materials.find(({ code }) => code === material)
  if (!found) throw new Error(`${material} is not asked for`)
  return {
    ...found,
    problems: view.problems.filter(({ field }) => field === material).map(({ code }) => code),
  }
}

const pathOf = (id: string) => join(process.env.DATA_DIR ?? '', 'files', id.slice(-2), id)

describe('a material', () => {
  it('keeps what was handed in sealed, under its real kind, without place and telephone', async () => {
    const who = await world.as('mother01')
    const draft = await draftWithBill(who)
    await give(who, draft, {
      [PHOTO]: [
        { name: '../宝宝\u202e.html', data: taken },
        { name: 'IMG_1.HEIC', data: HEIC },
      ],
    })
    const { files } = await given(who, draft)
    expect(files.map(({ name, picture, pages }) => [name, picture, pages])).toEqual([
      ['..宝宝.jpg', true, 1],
      ['IMG_1.jpg', true, 1],
    ])
    const id = files[0]?.fileId ?? ''
    expect((await readFile(pathOf(id))).includes('JFIF')).toBe(false)
    const stored = await openFile(id)
    expect(stored.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(stored.includes('GPS')).toBe(false)
  })

  it('is told of a file it has already, and keeps it once', async () => {
    const who = await world.as('mother02')
    const draft = await draftWithBill(who)
    const again = makePng([[0, 255, 0, 0]], 1, 8, 2, chunk('tEXt', 'Comment\0saved again'))
    await give(who, draft, { [PHOTO]: [{ name: 'a.png', data: png }] })
    const { problems } = await give(who, draft, { [PHOTO]: [{ name: 'b.png', data: again }] })
    expect(problems).toMatchObject([{ field: PHOTO, code: 'file_twice', params: { name: 'b.png' } }])
    expect((await given(who, draft)).files).toHaveLength(1)
  })

  it('shares a file with another material, and it is erased when the last of them lets it go', async () => {
    const who = await world.as('mother03')
    const draft = await draftWithBill(who)
    await give(who, draft, {
      [PHOTO]: [{ name: 'a.png', data: png }],
      [BILL]: [{ name: 'b.png', data: png }],
    })
    await world.runJobs()
    const id = (await given(who, draft)).files[0]?.fileId ?? ''
    expect((await given(who, draft, BILL)).files[0]?.fileId).toBe(id)
    const own = (await read().select().from(filesTable)).filter(({ name }) => /^[ab]\.png$/.test(name))
    await give(who, draft, { remove: `${PHOTO}:${id}` })
    await world.runJobs()
    expect([(await given(who, draft)).files.length, existsSync(pathOf(id))]).toEqual([0, true])
    await give(who, draft, { remove: `${BILL}:${id}` })
    await world.runJobs()
    expect(existsSync(pathOf(id))).toBe(false)
    expect((await read().select().from(filesTable)).length).toBe(
      (await read().select().from(filesTable)).filter(({ id: left }) => left !== id).length,
    )
    expect(own.length).toBeGreaterThan(0)
  })

  it('turns a picture, and the one that lay before is erased', async () => {
    const who = await world.as('mother04')
    const draft = await draftWithBill(who)
    await give(who, draft, {
      [PHOTO]: [
        { name: 'a.jpg', data: makeJpeg() },
        { name: 'b.png', data: png },
      ],
    })
    const [photo, drawing] = (await given(who, draft)).files
    for (const file of [photo, drawing]) await give(who, draft, { turn: `${PHOTO}:${file?.fileId}` })
    await world.runJobs()
    const after = (await given(who, draft)).files
    expect(after.map(({ name }) => name)).toEqual(['a.jpg', 'b.png'])
    expect(after.map(({ fileId }) => fileId)).not.toContain(photo?.fileId)
    expect(existsSync(pathOf(photo?.fileId ?? ''))).toBe(false)
    expect((await openFile(after[0]?.fileId ?? '')).includes('Exif')).toBe(true)
    const { problems } = await give(who, draft, { [PHOTO]: [{ name: 'again.jpg', data: makeJpeg() }] })
    expect(problems).toMatchObject([{ code: 'file_twice' }])
  })

  it('does not turn a PDF, and knows its pages', async () => {
    const who = await world.as('mother05')
    const draft = await draftWithBill(who)
    await give(who, draft, { [BILL]: [{ name: 'bill.pdf', data: onePage() }] })
    const [file] = (await given(who, draft, BILL)).files
    expect(file).toMatchObject({ picture: false, pages: 1, href: `/files/drafts/${draft}/${file?.fileId}` })
    await expect(give(who, draft, { turn: `${BILL}:${file?.fileId}` })).rejects.toMatchObject({
      code: 'move_not_possible',
    })
  })

  it('offers what was handed in for it before, and takes a copy that lives with this application', async () => {
    const who = await world.as('mother06')
    const first = await draftWithBill(who)
    await give(who, first, { [PHOTO]: [{ name: 'a.png', data: png }] })
    const second = await draftWithBill(who)
    const { earlier } = await given(who, second)
    expect(earlier).toMatchObject([{ name: 'a.png' }])
    await give(who, second, { use: `${PHOTO}:${earlier[0]?.fileId}` })
    const [copy] = (await given(who, second)).files
    expect(copy?.fileId).not.toBe(earlier[0]?.fileId)
    await give(who, first, { remove: `${PHOTO}:${earlier[0]?.fileId}` })
    await world.runJobs()
    expect(await openFile(copy?.fileId ?? '')).toEqual(png)
    expect(
      (await given(await world.as('mother07'), await draftWithBill(await world.as('mother07')))).earlier,
    ).toEqual([])
  })

  it('cannot be given what somebody else handed in', async () => {
    const [one, other] = [await world.as('mother08'), await world.as('mother09')]
    const theirs = await draftWithBill(one)
    await give(one, theirs, { [PHOTO]: [{ name: 'a.png', data: png }] })
    const [file] = (await given(one, theirs)).files
    const mine = await draftWithBill(other)
    for (const button of ['use', 'turn'])
      await expect(give(other, mine, { [button]: `${PHOTO}:${file?.fileId}` })).rejects.toMatchObject({
        code: 'not_found',
      })
    await give(other, mine, { remove: `${PHOTO}:${file?.fileId}` })
    await world.runJobs()
    expect(existsSync(pathOf(file?.fileId ?? ''))).toBe(true)
  })

  it('takes so many files and no more, and keeps those before', async () => {
    const who = await world.as('mother10')
    const draft = await draftWithBill(who)
    const many = Array.from({ length: 22 }, (_, i) => ({
      name: `${i}.png`,
      data: makePng([[0, i, 0, 0]], 1),
    }))
    const { problems } = await give(who, draft, { [PHOTO]: many })
    expect(problems.map(({ code }) => code)).toEqual(['files_many', 'files_many'])
    expect((await given(who, draft)).files).toHaveLength(20)
  })

  it('that is not asked for takes nothing', async () => {
    const who = await world.as('mother01')
    const draft = await draftWithBill(who)
    await expect(
      give(who, draft, { 'birth-certificate': [{ name: 'a.png', data: png }] }),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('files that go with a draft', () => {
  it('are erased for good, bytes and all, and a second time does no harm', async () => {
    const who = await world.as('mother02')
    const draft = await draftWithBill(who)
    await give(who, draft, { [PHOTO]: [{ name: 'a.png', data: png }] })
    const id = (await given(who, draft)).files[0]?.fileId ?? ''
    for (let times = 0; times < 2; times += 1) await perform(who, (act) => eraseFiles(act, [id, 'nothing']))
    expect((await read().select().from(filesTable)).map((row) => row.id)).not.toContain(id)
    await world.runJobs()
    expect(existsSync(pathOf(id))).toBe(false)
  })
})
