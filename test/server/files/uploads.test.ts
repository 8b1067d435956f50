import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCity } from '#db/city/load.ts'
import { cleanJpeg } from '#domain/files/content/jpeg.ts'
import { openFile } from '#domain/files/index.ts'
import { giveMaterials, presentStep, readUpload, startUpload, takePiece } from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import { purgeExpired } from '#server/jobs/housekeeping.ts'
import { openApi, type Api } from '../../support/api.ts'
import { openWorld, type World } from '../../support/world.ts'
import { draftWithBill } from './with-bill.ts'
import { chunk, makeJpeg, makePng, segment, withSegments } from '../../unit/files/make.ts'

let world: World
let api: Api
beforeAll(async () => {
  world = await openWorld()
  api = await openApi()
})
afterAll(() => api.close())

const material = 'delivery-bill'
/** A photograph of three pieces: nothing in it may be cut away. */
const photo = withSegments(
  makeJpeg(),
  ...Array.from({ length: 40 }, (_, i) =>
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.alloc(60_000, i)])),
  ),
)
const PIECE = 1_048_576
const piece = (from: number, data = photo) => [{ name: 'piece', data: data.subarray(from, from + PIECE) }]

const begin = (who: Asking, draft: string, data = photo, name = 'IMG.jpg') =>
  perform(who, (act) => startUpload(act, { draft, material, name, bytes: data.length, modified: '1' }))
const send = (who: Asking, draft: string, upload: string, offset: number, data = photo) =>
  takePiece(who, { draft, upload, offset, piece: piece(offset, data) })

async function filesOf(who: Asking, draft: string) {
  const view = await look(who, (reading) => presentStep(reading, { draft, step: 'materials' }))
  return {
    files: view.materials.find(({ code }) => code === material)?.files ?? [],
    problems: view.problems.map(({ code, params }) => [code, params?.name]),
  }
}

const pieces = (upload: string) => readdirSync(join(process.env.DATA_DIR ?? '', 'uploads', upload)).sort()

describe('an upload in pieces', () => {
  it('goes on where it was interrupted, when the same file is chosen again', async () => {
    const who = await world.as('mother01')
    const draft = await draftWithBill(who)
    const { upload } = await begin(who, draft)
    await send(who, draft, upload, 0)
    const again = await begin(who, draft)
    expect(again).toEqual({ upload, received: PIECE, bytes: photo.length })
    expect(await look(who, (reading) => readUpload(reading, { draft, upload }))).toEqual(again)
    await send(who, draft, upload, PIECE)
    expect(await send(who, draft, upload, 2 * PIECE)).toMatchObject({ received: photo.length })
    const { files, problems } = await filesOf(who, draft)
    expect([files.map(({ name }) => name), problems]).toEqual([['IMG.jpg'], []])
    expect((await openFile(files[0]?.fileId ?? '')).equals(cleanJpeg(photo).data)).toBe(true)
    expect(() => pieces(upload)).toThrow()
  })

  it('takes no piece twice and none before its turn', async () => {
    const who = await world.as('mother02')
    const draft = await draftWithBill(who)
    const { upload } = await begin(who, draft)
    expect(await send(who, draft, upload, PIECE)).toMatchObject({ received: 0 })
    await send(who, draft, upload, 0)
    expect(await send(who, draft, upload, 0)).toMatchObject({ received: PIECE })
    const both = await Promise.all([PIECE, PIECE].map((offset) => send(who, draft, upload, offset)))
    expect(both.map(({ received }) => received)).toEqual([2 * PIECE, 2 * PIECE])
    await send(who, draft, upload, 2 * PIECE)
    expect((await filesOf(who, draft)).files).toHaveLength(1)
  })

  it('lies sealed on the disk', async () => {
    const who = await world.as('mother03')
    const draft = await draftWithBill(who)
    const { upload } = await begin(who, draft)
    await send(who, draft, upload, 0)
    const [name = ''] = pieces(upload)
    expect(
      readFileSync(join(process.env.DATA_DIR ?? '', 'uploads', upload, name)).includes('ICC_PROFILE'),
    ).toBe(false)
  })

  it('is looked through at its end like any file, and the page says what is wrong after the script posts it', async () => {
    const who = await world.as('mother04')
    const draft = await draftWithBill(who)
    const broken = photo.subarray(0, PIECE + 10)
    const { upload } = await begin(who, draft, broken, 'cut.jpg')
    for (const offset of [0, PIECE]) await send(who, draft, upload, offset, broken)
    const result = await giveMaterials(who, { draft, keep: '1' })
    expect(result).toMatchObject({ next: 'materials', problems: [{ code: 'file_broken' }] })
    expect(await filesOf(who, draft)).toEqual({ files: [], problems: [['file_broken', 'cut.jpg']] })
  })

  it('is not begun when the file is too big for its material, and the page says so', async () => {
    const who = await world.as('mother05')
    const draft = await draftWithBill(who)
    const announce = (name: string, begins?: '1') =>
      perform(who, (act) =>
        startUpload(act, { draft, material, name, bytes: 30_000_000, modified: '1', begins }),
      )
    expect(await announce('film.jpg')).toEqual({ upload: '', received: 30_000_000, bytes: 30_000_000 })
    await giveMaterials(who, { draft, keep: '1' })
    expect((await filesOf(who, draft)).problems).toContainEqual(['file_too_big', 'film.jpg'])
    await announce('other.jpg', '1')
    expect((await filesOf(who, draft)).problems).toEqual([['file_too_big', 'other.jpg']])
  })

  it('belongs to one person and one draft', async () => {
    const [one, other] = [await world.as('mother06'), await world.as('mother07')]
    const [mine, theirs] = [await draftWithBill(one), await draftWithBill(other)]
    const { upload } = await begin(one, mine)
    for (const [who, draft] of [
      [other, mine],
      [other, theirs],
      [one, await draftWithBill(one)],
    ] as const)
      await expect(send(who, draft, upload, 0)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is given up after a day, and its pieces go', async () => {
    const who = await world.as('mother08')
    const draft = await draftWithBill(who)
    const { upload } = await begin(who, draft)
    await send(who, draft, upload, 0)
    await purgeExpired({}, world.now() + 23 * 3_600_000)
    expect(pieces(upload)).toHaveLength(1)
    await purgeExpired({}, world.now() + 25 * 3_600_000)
    expect(() => pieces(upload)).toThrow()
    expect(await begin(who, draft)).toMatchObject({ received: 0 })
  })
})

describe('over the wire', () => {
  it('pieces and files come and go with headers that let nothing in them run, and for their owner only', async () => {
    const { demoPassword } = readCity('db/city').accounts
    const [mine, others, staff] = await Promise.all(
      ['mother09', 'mother10', 'police'].map((login) => api.signIn(login, demoPassword)),
    )
    const who = await world.as('mother09')
    const draft = await draftWithBill(who)
    const data = makePng([[0, 9, 9, 9]], 1, 8, 2, chunk('tEXt', 'Author\0Zhang'))
    const announced = { material, name: '出生"证明".png', bytes: String(data.length), modified: '1' }
    const started = await api.post(`/api/drafts/${draft}/uploads`, announced, { cookie: mine })
    expect(started.status).toBe(200)
    const form = new FormData()
    form.set('offset', '0')
    form.set('piece', new Blob([new Uint8Array(data)]), 'piece')
    const sent = await fetch(`${api.base}/api/drafts/${draft}/uploads/${String(started.body.upload)}`, {
      method: 'POST',
      headers: { cookie: mine ?? '', origin: api.base },
      body: form,
    })
    expect(await sent.json()).toMatchObject({ received: data.length })
    const [file] = (await filesOf(who, draft)).files
    const seen = await fetch(api.base + (file?.href ?? ''), { headers: { cookie: mine ?? '' } })
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
    expect(seen.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(seen.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''%E5%87%BA%E7%94%9F%22%E8%AF%81%E6%98%8E%22.png",
    )
    expect(Buffer.from(await seen.arrayBuffer()).includes('Zhang')).toBe(false)
    const statuses = [others, staff].map(async (cookie) => (await api.get(file?.href ?? '', cookie)).status)
    expect(await Promise.all(statuses)).toEqual([404, 403])
  })

  it('a body is read no further than it may be, also when it does not say how long it is', async () => {
    const cookie = await api.signIn('mother09', readCity('db/city').accounts.demoPassword)
    const endless = (pieces: number) =>
      new ReadableStream({
        pull(stream) {
          pieces -= 1
          if (pieces < 0) stream.close()
          else stream.enqueue(Buffer.alloc(1_048_576, 'a'))
        },
      })
    for (const [pieces, status] of [
      [0, 422],
      [10, 413],
    ] as const) {
      const answer = await fetch(`${api.base}/api/drafts`, {
        method: 'POST',
        headers: { cookie, origin: api.base, 'content-type': 'application/x-www-form-urlencoded' },
        body: endless(pieces),
        duplex: 'half',
      } as RequestInit)
      expect(answer.status).toBe(status)
    }
  })

  it('a field may be called like something every object has', async () => {
    const cookie = await api.signIn('mother09', readCity('db/city').accounts.demoPassword)
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const form = new FormData()
      form.set(name, new Blob(['x']), 'x.png')
      form.append(name, 'text')
      const answer = await fetch(`${api.base}/api/drafts`, {
        method: 'POST',
        headers: { cookie, origin: api.base },
        body: form,
      })
      expect([name, answer.status]).toEqual([name, 422])
    }
  })
})
