import { beforeAll, expect, test } from 'vitest'
import { read } from '#db'
import {
  bundleOf,
  catalog,
  currentBundle,
  listDocuments,
  offerOf,
  publish,
  readDocument,
  readPackage,
  refreshCatalog,
  sendBack,
  setOffer,
  submit,
  upload,
} from '#domain/catalog/index.ts'
import { startDraft } from '#domain/forms/index.ts'
import { look, perform } from '#domain/perform.ts'
import { search } from '#domain/search/index.ts'
import { openWorld, type World } from '../../support/world.ts'
import { beekeeping } from '../../support/small-event.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})

async function uploaded(content: unknown): Promise<string> {
  const who = await world.as('catalog')
  const given = { package: '', title: 'trial', json: JSON.stringify(content) }
  return (await perform(who, (act) => upload(act, given))).package
}

const packageOf = async (id: string, login = 'catalog2') =>
  look({ ...(await world.as(login)), lang: 'en' }, (reading) => readPackage(reading, { package: id }))

async function released(content: unknown, startsOn = ''): Promise<string> {
  const id = await uploaded(content)
  await perform(await world.as('catalog'), (act) => submit(act, { package: id }))
  await perform(await world.as('catalog2'), (act) => publish(act, { package: id, startsOn }))
  await refreshCatalog()
  return id
}

test('a package with faults is kept with every one of them, by document, place and remedy', async () => {
  const content = beekeeping()
  const [event] = content.lifeEvent
  const [bees] = content.item
  if (!event || !bees) throw new Error('the sample is empty')
  event.pages[0]?.elements.push('bees.queens')
  bees.promisedDays = 11
  const id = await uploaded({ ...content, item: [bees] })
  const { state, findings, moves } = await packageOf(id, 'catalog')
  expect(state).toBe('draft')
  expect(findings.map(({ document, path, what }) => `${document}: ${path}: ${what}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^lifeEvent beekeeping: pages\[0\].elements\[2\]: unknown element “bees.queens”/),
      expect.stringMatching(/^lifeEvent beekeeping: items\[1\].item: unknown item “honey-selling”/),
      expect.stringMatching(/^item bee-registration: promisedDays: 11 is more than the legal 10/),
    ]),
  )
  expect(moves).toMatchObject({ submit: false, replace: true })
})

test.each([
  ['no JSON', 'honey', ': : is no JSON'],
  ['an unknown kind', { honey: [] }, ': honey: is no kind of document'],
  ['a shape that is none', { item: [{ code: 'x' }] }, 'item x: name: is missing'],
  ['nothing', {}, ': : holds no document'],
])('a package that is %s says what to do', async (_what, content, told) => {
  const { findings } = await packageOf(await uploaded(content))
  expect(findings.map(({ document, path, what }) => `${document}: ${path}: ${what}`).join('\n')).toContain(
    told,
  )
})

test('the author cannot publish; a second person can, and then people can start and find it', async () => {
  const id = await uploaded(beekeeping())
  expect(await packageOf(id, 'catalog')).toMatchObject({ state: 'checked', findings: [] })
  await perform(await world.as('catalog'), (act) => submit(act, { package: id }))
  const own = await uploaded(beekeeping())
  await expect(
    perform(await world.as('catalog2'), (act) => publish(act, { package: own, startsOn: '' })),
  ).rejects.toMatchObject({ code: 'move_not_possible' })
  await expect(
    perform(await world.as('catalog'), (act) => publish(act, { package: id, startsOn: '' })),
  ).rejects.toMatchObject({ code: 'own_work' })

  await perform(await world.as('catalog2'), (act) => publish(act, { package: id, startsOn: '' }))
  await refreshCatalog()
  await world.runJobs()
  const started = await perform(await world.as('mother01'), (act) =>
    startDraft(act, { lifeEvent: 'beekeeping' }),
  )
  expect(started.draft).toBeTruthy()
  const { found } = await look(await world.as('stranger'), (reading) => search(reading, { q: '养蜂' }))
  expect(found[0]).toMatchObject({ kind: 'lifeEvent', code: 'beekeeping' })
  const view = await look(await world.as('catalog'), (reading) =>
    readDocument(reading, { kind: 'lifeEvent', code: 'beekeeping', version: '' }),
  )
  expect(view.versions).toMatchObject([{ version: 1, author: '汤书宁', publisher: '薛明远', package: id }])
})

test('one changed element gives new bundles to the life events that use it, and to no other', async () => {
  const before = await currentBundle(read(), 'beekeeping')
  const newborn = catalog().bundleId('newborn')
  const [, hives] = beekeeping().element
  if (!hives) throw new Error('the sample is empty')
  await released({ element: [{ ...hives, max: 900 }] })
  const after = await currentBundle(read(), 'beekeeping')
  expect(after.id).not.toBe(before.id)
  expect(after.elements['bees.hives']?.max).toBe(900)
  expect((await bundleOf(read(), before.id)).elements['bees.hives']?.max).toBe(500)
  expect(catalog().bundleId('newborn')).toBe(newborn)
  const view = await look(await world.as('catalog'), (reading) =>
    readDocument(reading, { kind: 'element', code: 'bees.hives', version: '' }),
  )
  expect(view.differences).toEqual([{ path: 'max', from: '500', to: '900' }])
})

test('what is planned for tomorrow counts from midnight in the city, not before', async () => {
  const [event] = beekeeping().lifeEvent
  if (!event) throw new Error('the sample is empty')
  const title = { zh: '养蜜蜂', en: 'Keeping honey bees' }
  const id = await released({ lifeEvent: [{ ...event, title }] }, '2026-11-24')
  expect(await packageOf(id)).toMatchObject({ state: 'scheduled' })
  world.at('2026-11-23T23:59:59+08:00')
  await world.runJobs()
  expect(catalog().one('lifeEvent', 'beekeeping').title.zh).toBe('养蜂')
  world.at('2026-11-24T00:00:00+08:00')
  await world.runJobs()
  expect(catalog().one('lifeEvent', 'beekeeping').title.zh).toBe('养蜜蜂')
  expect(await packageOf(id)).toMatchObject({ state: 'published', publisher: '薛明远' })
})

test('what is sent back has a reason, and its author corrects and hands it over again', async () => {
  const id = await uploaded({ ...beekeeping(), remove: { material: [] } })
  await perform(await world.as('catalog'), (act) => submit(act, { package: id }))
  await perform(await world.as('catalog2'), (act) => sendBack(act, { package: id, reason: '请写明依据' }))
  expect(await packageOf(id, 'catalog')).toMatchObject({ state: 'returned', reason: '请写明依据' })
  const given = { package: id, title: 'again', json: JSON.stringify(beekeeping()) }
  await perform(await world.as('catalog'), (act) => upload(act, given))
  expect(await packageOf(id, 'catalog')).toMatchObject({ state: 'checked', title: 'again', reason: null })
  const other = await world.as('catalog2')
  await expect(perform(other, (act) => upload(act, given))).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a paused life event cannot be started, says why, and drafts are kept until it goes on', async () => {
  const notice = { zh: '系统升级，11 月 30 日恢复', en: 'Being upgraded; back on 30 November' }
  const publisher = await world.as('catalog2')
  await perform(publisher, (act) =>
    setOffer(act, { kind: 'lifeEvent', code: 'beekeeping', paused: true, notice }),
  )
  await refreshCatalog()
  expect(offerOf('lifeEvent', 'beekeeping', world.now())).toMatchObject({ state: 'paused', notice })
  const person = await world.as('mother02')
  const start = () => perform(person, (act) => startDraft(act, { lifeEvent: 'beekeeping' }))
  await expect(start()).rejects.toMatchObject({
    code: 'not_offered',
    detail: { problems: [{ code: 'offer_paused', params: { notice: notice.zh } }] },
  })
  const { lines } = await look(publisher, (reading) =>
    listDocuments(reading, { kind: 'lifeEvent', state: 'closed', q: '', after: '' }),
  )
  expect(lines).toMatchObject([{ code: 'beekeeping', state: 'paused' }])
  await perform(publisher, (act) => setOffer(act, { kind: 'lifeEvent', code: 'beekeeping', paused: false }))
  await refreshCatalog()
  expect((await start()).draft).toBeTruthy()
})

test('a pause without a notice in both languages is refused', async () => {
  const notice = { zh: '系统升级', en: '' }
  const publisher = await world.as('catalog2')
  await expect(
    perform(publisher, (act) =>
      setOffer(act, { kind: 'lifeEvent', code: 'beekeeping', paused: true, notice }),
    ),
  ).rejects.toMatchObject({ detail: { problems: [{ field: 'noticeEn', code: 'missing' }] } })
})

test('documents are found by part of a title or a code, and signs of a pattern are only text', async () => {
  const who = await world.as('catalog')
  const find = async (q: string) =>
    (
      await look(who, (reading) => listDocuments(reading, { kind: 'item', state: '', q, after: '' }))
    ).lines.map(({ code }) => code)
  expect(await find('蜂蜜')).toEqual(['honey-selling'])
  expect(await find('BEE-reg')).toEqual(['bee-registration'])
  expect(await find('b%n')).toEqual([])
})

test('after its last day a life event is no longer offered', async () => {
  const publisher = await world.as('catalog2')
  await perform(publisher, (act) =>
    setOffer(act, { kind: 'lifeEvent', code: 'beekeeping', paused: false, lastDay: '2026-12-31' }),
  )
  await refreshCatalog()
  expect(offerOf('lifeEvent', 'beekeeping', Date.parse('2026-12-31T23:59:00+08:00')).state).toBe('open')
  expect(offerOf('lifeEvent', 'beekeeping', Date.parse('2027-01-01T00:00:00+08:00'))).toMatchObject({
    state: 'ended',
    since: Date.parse('2027-01-01T00:00:00+08:00'),
  })
})

test('what others still need cannot be removed; what nobody needs is no longer offered, and can be read on', async () => {
  const needed = await packageOf(await uploaded({ remove: { item: ['bee-registration'] } }))
  expect(needed.findings[0]?.what).toContain('unknown item “bee-registration”')
  const codes = {
    lifeEvent: ['beekeeping'],
    item: ['bee-registration', 'honey-selling'],
    material: ['hive-photo'],
  }
  await released({ remove: codes })
  expect(catalog().find('lifeEvent', 'beekeeping')).toBeUndefined()
  expect(
    catalog()
      .all('item')
      .some(({ code }) => code === 'honey-selling'),
  ).toBe(false)
  expect(catalog().one('lifeEvent', 'beekeeping').code).toBe('beekeeping')
  await expect(currentBundle(read(), 'beekeeping')).rejects.toMatchObject({ code: 'not_found' })
})
