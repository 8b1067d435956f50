import { beforeAll, describe, expect, it } from 'vitest'
import {
  askCorrection,
  correctCase,
  correctionForm,
  presentDeskCase,
  supplyMaterial,
} from '#domain/cases/index.ts'
import { look, perform } from '#domain/perform.ts'
import { itemsOf } from '../../support/desk.ts'
import { sendWalked, walkToCheck } from '../../support/walk.ts'
import { openWorld, type World } from '../../support/world.ts'
import { onePage } from '../../unit/files/make.ts'
import { refusedBy } from '../queue/hall.ts'

let world: World
let no: string
beforeAll(async () => {
  world = await openWorld()
  const draft = await walkToCheck(await world.as('widow'), 'bereavement')
  no = await sendWalked(await world.as('widow'), draft, [await world.as('son'), await world.as('daughter')])
  await world.runJobs()
})

const caseAt = async (login: string) =>
  look(await world.as(login), (reading) => presentDeskCase(reading, { no }))
const ask = async (asked: { elements?: string[]; materials?: string[]; note?: string }) =>
  perform(await world.as('counter'), (act) =>
    askCorrection(act, { no, elements: [], materials: [], note: '', ...asked }),
  )

describe('the checklist at the counter', () => {
  it('names every material of every item that can be taken in, and how it came', async () => {
    const { checklist, items, files } = await caseAt('counter')
    const received = items.filter(({ state }) => state === 'received').map(({ id }) => id)
    expect(received).toEqual(expect.arrayContaining(checklist.map(({ item }) => item)))
    const all = checklist.flatMap(({ materials }) => materials)
    expect(new Set(all.map(({ came }) => came)).size).toBeGreaterThan(1)
    for (const { came, files: given } of all) expect(given.length > 0).toBe(came === 'handedIn')
    const names = all.flatMap(({ files: given }) => given.map(({ fileId }) => fileId))
    expect(files.map(({ fileId }) => fileId)).toEqual(expect.arrayContaining(names))
  })

  it('becomes the one notice by a tick, also for what was never handed in; nothing ticked is no notice', async () => {
    expect(await refusedBy(ask({}))).toBe('correction_elements')
    expect(await refusedBy(ask({ elements: ['applicant.phone'], note: '改' }))).toBe('too_short')
    expect(await refusedBy(ask({ materials: ['no-such-material'] }))).toBe('correction_elements')
    const { checklist } = await caseAt('counter')
    const shared = checklist.flatMap(({ materials }) => materials).find(({ came }) => came === 'shared')
    const code = shared?.code ?? ''
    await ask({ materials: [code] })
    const widow = await world.as('widow')
    const form = await look(widow, (reading) => correctionForm(reading, { no }))
    expect(form).toMatchObject({ fields: [], materials: [{ code, came: false }] })
    expect(form.note).toBe(`请补交或者重新提交：${shared?.name}。`)
    expect((await caseAt('counter')).events.map(({ note }) => note)).toContain(form.note)
    await supplyMaterial(widow, { no, material: code, [code]: [{ name: 'late.pdf', data: onePage() }] })
    await perform(widow, (act) => correctCase(act, { no }))
    expect(Object.values(await itemsOf(no)).map(({ state }) => state)).not.toContain('correcting')
    const after = (await caseAt('counter')).checklist.flatMap(({ materials }) => materials)
    expect(after.find((each) => each.code === code)).toMatchObject({ came: 'handedIn' })
  })
})
