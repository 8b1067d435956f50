import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read } from '#db'
import { cases } from '#db/schema/cases.ts'
import { parcels } from '#db/schema/parcels.ts'
import { acceptCase, decideItem, noteParcelOf, presentItem, presentOwnCase } from '#domain/cases/index.ts'
import { listNotices } from '#domain/notices/index.ts'
import { handleParcelsTick, useTracking } from '#domain/parcels/index.ts'
import { look, perform } from '#domain/perform.ts'
import { parcelTracking, trackingOver } from '#server/connectors/parcels/tracking.ts'
import type { ParcelState } from '#shared/parcels/parcel.ts'
import { publishStrictBees, sendBees } from '../../support/bee-case.ts'
import { itemsOf } from '../../support/desk.ts'
import { openWorld, type World } from '../../support/world.ts'

const NOON = '2026-11-23T10:00:00+08:00'

/** What the service of the test answers, and what it was asked. */
let answer: { status: number; body: unknown } = { status: 200, body: { steps: [] } }
const asked: { url: string; key: string | undefined }[] = []

let world: World
let server: Server
let address = ''
beforeAll(async () => {
  world = await openWorld()
  await publishStrictBees(world)
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', key: request.headers.authorization })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/track`
})
afterAll(() => server.close())
beforeEach(() => world.at(NOON))
afterEach(() => useTracking(undefined))

const config = () => ({
  url: address,
  keyFrom: 'PARCELS_KEY',
  timeoutMs: 2000,
  everyMinutes: 60,
  states: { transit: 'moving', signed: 'arrived', refused: 'returned' } as const,
  carriers: { ems: 'EMS' },
})
const track = () => useTracking(trackingOver(config(), 'secret'))

function says(...steps: [state: string, at: string, text?: string][]): void {
  answer = { status: 200, body: { steps: steps.map(([state, at, text]) => ({ state, at, text })) } }
}

async function move(login: string, item: string, decided: Partial<Parameters<typeof decideItem>[1]>) {
  await perform(await world.as(login), (act) =>
    decideItem(act, { note: '', decision: 'post', ...decided, item }),
  )
  await world.runJobs()
}

/** A registration of bees whose result was posted. */
async function posted(login: string, trackingNo: string): Promise<{ no: string; item: string }> {
  const no = await sendBees(world, login)
  await world.runJobs()
  const item = (await itemsOf(no))['bee-registration']?.id ?? ''
  await move('counter', item, { decision: 'receive' })
  await perform(await world.as('counter'), (act) => acceptCase(act, { no }))
  await world.runJobs()
  await move('center', item, { decision: 'propose', proposal: 'grant' })
  await move('center-head', item, { decision: 'approveGrant' })
  await move('counter', item, { trackingNo })
  return { no, item }
}

async function own(login: string, no: string) {
  const { items } = await look(await world.as(login), (reading) => presentOwnCase(reading, { no }))
  return items.find(({ code }) => code === 'bee-registration')
}

async function write(item: string, state: ParcelState, text = ''): Promise<void> {
  await perform(await world.as('counter'), (act) => noteParcelOf(act, { item, state, text }))
  await world.runJobs()
}

async function tick(): Promise<void> {
  await handleParcelsTick({}, world.now())
  await world.runJobs()
}

describe('a parcel of which nobody asks the carrier', () => {
  it('is what the clerk writes down: the applicant sees it, and delivered is delivered', async () => {
    const { no, item } = await posted('mother01', 'EM001')
    expect(await own('mother01', no)).toMatchObject({
      state: 'posted',
      parcel: { carrier: 'ems', no: 'EM001', state: 'posted', tracked: false },
    })
    await write(item, 'moving', '离开云溪')
    expect(await own('mother01', no)).toMatchObject({
      state: 'posted',
      parcel: { state: 'moving', steps: [{ state: 'moving', text: '离开云溪' }] },
    })
    await write(item, 'arrived')
    expect(await own('mother01', no)).toMatchObject({ state: 'granted', parcel: { state: 'arrived' } })
    const [row] = await read().select().from(cases).where(eq(cases.no, no))
    expect(row?.content.deliveries?.['bee-registration']).toMatchObject({ mode: 'post', trackingNo: 'EM001' })
    await expect(write(item, 'moving')).rejects.toMatchObject({ code: 'move_not_possible' })
  }, 60_000)

  it('comes back to the counter when it is returned; the applicant hears it, and it may be posted again', async () => {
    const { no, item } = await posted('mother02', 'EM002')
    await write(item, 'returned', '地址不详')
    expect(await own('mother02', no)).toMatchObject({ state: 'undelivered', reason: '地址不详' })
    const desk = await look(await world.as('counter'), (reading) => presentItem(reading, { item }))
    expect(desk).toMatchObject({ state: 'undelivered', parcel: { state: 'returned' } })
    expect(desk.moves).toEqual(expect.arrayContaining(['post', 'deliver']))
    const { rows } = await look(await world.as('mother02'), (reading) => listNotices(reading, {}))
    expect(rows.map(({ kind }) => kind)).toContain('case_parcel_back')
    await expect(move('counter', item, { trackingNo: 'EM002' })).rejects.toMatchObject({
      detail: { problems: [{ field: 'trackingNo', code: 'parcel_known' }] },
    })
    await move('counter', item, { trackingNo: 'EM003', carrier: 'sf' })
    expect(await own('mother02', no)).toMatchObject({
      state: 'posted',
      parcel: { carrier: 'sf', no: 'EM003' },
    })
  }, 60_000)

  it('is no concern of staff who hand nothing over', async () => {
    const { item } = await posted('mother03', 'EM004')
    const stranger = await world.as('hotline')
    await expect(
      perform(stranger, (act) => noteParcelOf(act, { item, state: 'arrived', text: '' })),
    ).rejects.toMatchObject({ code: 'not_found' })
  }, 60_000)
})

describe('a parcel that a service tracks', () => {
  it('is asked for with our key, by the service’s names, and no oftener than was said', async () => {
    track()
    const { no } = await posted('mother04', 'EM005')
    expect(await own('mother04', no)).toMatchObject({ parcel: { tracked: true } })
    says(['transit', '2026-11-23T10:30:00+08:00', '离开云溪'], ['polishing', '2026-11-23T10:40:00+08:00'])
    asked.length = 0
    world.at('2026-11-23T11:00:00+08:00')
    await tick()
    expect(asked).toEqual([{ url: '/track?carrier=EMS&no=EM005', key: 'Bearer secret' }])
    expect(await own('mother04', no)).toMatchObject({
      state: 'posted',
      parcel: { state: 'moving', steps: [{ text: '离开云溪' }] },
    })
    world.at('2026-11-23T11:30:00+08:00')
    await tick()
    expect(asked).toHaveLength(1)
    says(
      ['transit', '2026-11-23T10:30:00+08:00', '离开云溪'],
      ['signed', '2026-11-23T12:10:00+08:00', '本人签收'],
    )
    world.at('2026-11-23T12:30:00+08:00')
    await tick()
    expect(await own('mother04', no)).toMatchObject({ state: 'granted', parcel: { tracked: false } })
    const [row] = await read().select().from(cases).where(eq(cases.no, no))
    expect(row?.content.deliveries?.['bee-registration']?.at).toBe(Date.parse('2026-11-23T12:10:00+08:00'))
  }, 60_000)

  it('stays where it was while the service fails, and is asked for less and less often', async () => {
    track()
    const { no } = await posted('mother05', 'EM006')
    answer = { status: 500, body: {} }
    asked.length = 0
    world.at('2026-11-23T11:00:00+08:00')
    await tick()
    world.at('2026-11-23T12:00:00+08:00')
    await tick()
    expect(asked).toHaveLength(1)
    answer = { status: 200, body: 'nothing of the kind' }
    world.at('2026-11-23T13:30:00+08:00')
    await tick()
    const [row] = await read().select().from(parcels).where(eq(parcels.no, 'EM006'))
    expect(row).toMatchObject({ state: 'posted', failures: 2 })
    says(['refused', '2026-11-24T08:00:00+08:00', '拒收'])
    world.at('2026-11-24T10:00:00+08:00')
    await tick()
    expect(await own('mother05', no)).toMatchObject({ state: 'undelivered', reason: '拒收' })
  }, 60_000)

  it('is configured by a file that says everything, or not at all', async () => {
    expect(parcelTracking('')).toBeUndefined()
    expect(() => parcelTracking('package.json')).toThrow('package.json')
  })
})
