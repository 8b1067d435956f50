import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db'
import { catalogBundles } from '#db/schema/catalog.ts'
import { drafts } from '#db/schema/forms.ts'
import {
  decideConsent,
  draftToSend,
  presentCheck,
  presentStep,
  saveAndLook,
  startDraft,
} from '#domain/forms/index.ts'
import { look, perform, type Asking } from '#domain/perform.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { DataElement } from '#shared/elements/element.ts'
import type { RawValue } from '#shared/elements/value-type.ts'
import { bundle } from '../../support/published.ts'
import { openWorld, type World } from '../../support/world.ts'
import { element } from '../../unit/elements/fields.ts'
import { SAMPLES } from '../../unit/elements/samples.ts'
import { makeJpeg } from '../../unit/files/make.ts'

/* A page that asks for a value of every type, in a life event that is only data. */

const text = (zh: string) => ({ zh, en: zh })
const elements: DataElement[] = Object.entries(SAMPLES).map(([name, each]) => ({
  ...each.element,
  code: `try.${name}`,
  label: text(name),
}))
const total = element('percentage', {
  code: 'try.total',
  derive: { sum: { group: 'try.group', field: 'heir.share' } },
})

let world: World
beforeAll(async () => {
  world = await openWorld()
  const newborn = bundle('newborn')
  const [item] = Object.values(newborn.items)
  if (!item) throw new Error('newborn has items')
  const everyType: Bundle = {
    ...newborn,
    id: 'every-type',
    lifeEvent: {
      ...newborn.lifeEvent,
      situations: [],
      eligibility: [],
      lookups: [],
      items: [{ item: item.code, prerequisites: [] }],
      pages: [{ code: 'all', title: text('全部'), elements: [...elements, total].map(({ code }) => code) }],
    },
    items: {
      [item.code]: {
        ...item,
        materials: [],
        outputs: [],
        needs: elements.map(({ code }) => ({ element: code })),
      },
    },
    elements: {
      ...newborn.elements,
      ...Object.fromEntries([...elements, total].map((each) => [each.code, each])),
    },
  }
  await transaction((tx) =>
    tx
      .insert(catalogBundles)
      .values({ id: 'every-type', code: 'try', body: everyType, publishedAt: world.now() }),
  )
})

/** A draft of that life event, on its page. */
async function start(who: Asking): Promise<string> {
  const { draft } = await perform(who, (act) => startDraft(act, { lifeEvent: 'newborn', fresh: true }))
  await transaction((tx) =>
    tx
      .update(drafts)
      .set({ lifeEvent: 'try', bundleId: 'every-type', version: 100 })
      .where(eq(drafts.id, draft)),
  )
  await decideConsent(who, { draft, decision: 'decline' })
  return draft
}

const save = (who: Asking, draft: string, posted: Record<string, unknown>) =>
  saveAndLook(who, { draft, step: 'all', ...posted })
const page = (who: Asking, draft: string) =>
  look(who, (reading) => presentStep(reading, { draft, step: 'all' }))

/** As a native form posts a value. */
function posted(code: string, typed: RawValue): Record<string, unknown> {
  if (!Array.isArray(typed) || typed.every((each) => typeof each === 'string')) return { [code]: typed }
  return Object.fromEntries(
    typed.flatMap((row, i) =>
      typeof row === 'string'
        ? []
        : Object.entries(row).map(([cell, value]) => [`${code}.${i}.${cell}`, value]),
    ),
  )
}

const FILES = ['try.file', 'try.photo']
const jpeg = (name: string) => [{ name, type: 'image/jpeg', data: makeJpeg(60, 80) }]

async function everything(who: Asking, draft: string): Promise<Record<string, unknown>> {
  const { fields, seen } = await page(who, draft)
  const signer = fields.find(({ name }) => name === 'try.signature')?.more?.signer ?? ''
  const typed = Object.entries(SAMPLES).map(([name, each]) => posted(`try.${name}`, each.typed))
  return {
    ...Object.assign({}, ...typed),
    _seen: seen,
    'try.signature': [signer, 'M10 20L30 40'],
    'try.file': jpeg('合同.jpg'),
    'try.photo': jpeg('照片.jpg'),
  }
}

describe('a page with a value of every type', () => {
  it('is taken as a native form posts it, shown for checking, and sent as facts', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    const saved = await save(who, draft, await everything(who, draft))
    expect(saved.problems).toEqual([])
    expect(saved.next).toBe('check')
    const { sections } = await look(who, (reading) => presentCheck(reading, { draft }))
    const shown = Object.fromEntries(
      sections.flatMap(({ rows }) => rows.map(({ element: code, value }) => [code, value])),
    )
    const asked = elements.map(({ code }) => code).filter((code) => code !== 'try.shown')
    expect(Object.keys(shown).sort()).toEqual([...asked, 'try.total'].sort())
    expect(shown).toMatchObject({
      'try.total': '100%',
      'try.money': '¥1,234.50',
      'try.signature': expect.stringContaining('（另有手写签名）') as string,
      'try.group': expect.stringContaining('110105********002X') as string,
      'try.photo': expect.stringContaining('照片.jpg') as string,
    })
    const sendable = await perform(who, (act) => draftToSend(act, draft))
    if (sendable.sent !== null) throw new Error('it was not sent yet')
    expect(sendable.content.facts['try.group']?.value).toHaveLength(2)
    expect(Object.keys(sendable.content.files).sort()).toEqual(FILES)
  })

  it('keeps what cannot be taken, and says so beside the very field or cell', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    const { problems, next } = await save(who, draft, {
      ...(await everything(who, draft)),
      'try.signature': '别人',
      'try.date': '2026-02-30',
      'try.period': ['2026-06-30', '2026-01-01'],
      'try.group.1.heir.residentId': '110105491231002',
    })
    expect(next).toBe('all')
    expect(problems.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['try.date', 'date_form'],
      ['try.group.1.heir.residentId', 'resident_id_old'],
      ['try.period', 'period_order'],
      ['try.signature', 'signature_other'],
    ])
    const { fields } = await page(who, draft)
    const value = (code: string) => fields.find(({ name }) => name === code)?.value
    expect(value('try.date')).toBe('2026-02-30')
    expect(value('try.period')).toEqual(['2026-06-30', '2026-01-01'])
    expect(value('try.group')).toMatchObject([{}, { 'heir.residentId': '110105491231002' }])
  })
})

describe('the rows of a group', () => {
  it('are added and taken away by buttons, and nothing that was typed is lost or judged', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    const rows = { 'try.group.0.heir.name': '甲', 'try.group.1.heir.name': '乙2' }
    const added = await save(who, draft, { ...rows, 'try.text': '写了一半', _add: 'try.group' })
    expect(added).toMatchObject({ next: 'all', problems: [], at: 'try.group.2' })
    const after = await page(who, draft)
    expect(after.problems).toEqual([])
    expect(after.fields.find(({ name }) => name === 'try.group')?.value).toMatchObject([
      { 'heir.name': '甲' },
      { 'heir.name': '乙2' },
      {},
    ])
    expect(after.fields.find(({ name }) => name === 'try.text')?.value).toBe('写了一半')
    await save(who, draft, { ...rows, _remove: 'try.group.0' })
    const { fields } = await page(who, draft)
    expect(fields.find(({ name }) => name === 'try.group')?.value).toEqual([{ 'heir.name': '乙2' }])
  })

  it('do not grow beyond what the group may have, and hold no fields of others', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    const rows = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`try.group.${i}.heir.name`, '甲']))
    await save(who, draft, {
      ...rows,
      'try.group.0.stranger': '1',
      'try.group.99.heir.name': '乙',
      _add: 'try.group',
    })
    const { fields } = await page(who, draft)
    const value = fields.find(({ name }) => name === 'try.group')?.value
    expect(value).toHaveLength(5)
    expect(JSON.stringify(value)).not.toContain('stranger')
  })
})

describe('a file as an answer', () => {
  it('is the one that was handed in, whatever a post says in words', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    const { problems } = await save(who, draft, {
      ...(await everything(who, draft)),
      'try.file': 'x pdf 1 0x0 other.pdf',
      'try.photo': '',
    })
    expect(problems.map(({ field }) => field).sort()).toEqual(FILES)
  })

  it('that cannot be taken is told and replaces nothing', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    await save(who, draft, await everything(who, draft))
    const wrong = [{ name: '照片.jpg', type: 'image/jpeg', data: Buffer.from('%PDF-1.7 no photo') }]
    const { problems, next } = await save(who, draft, {
      ...(await everything(who, draft)),
      'try.photo': wrong,
    })
    expect([problems[0]?.field, next]).toEqual(['try.photo', 'all'])
    const { fields } = await page(who, draft)
    const photo = fields.find(({ name }) => name === 'try.photo')
    expect(photo?.value).toContain('照片.jpg')
    expect(photo?.problem).not.toBeNull()
  })

  it('can be taken away again, and another one handed in', async () => {
    const who = await world.as('mother01')
    const draft = await start(who)
    await save(who, draft, await everything(who, draft))
    expect(await save(who, draft, { _remove: 'try.photo' })).toMatchObject({ next: 'all', problems: [] })
    const field = async () => (await page(who, draft)).fields.find(({ name }) => name === 'try.photo')
    expect((await field())?.value).toBe('')
    const { next } = await save(who, draft, {
      ...(await everything(who, draft)),
      'try.photo': jpeg('新的.jpg'),
    })
    expect(next).toBe('check')
    expect((await field())?.value).toContain('新的.jpg')
  })
})
