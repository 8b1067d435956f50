import { beforeAll, describe, expect, test } from 'vitest'
import { browseResources, itemData, readList, readResource } from '#domain/grants/index.ts'
import { look } from '#domain/perform.ts'
import type { Look } from '#domain/act.ts'
import { openWorld, type World } from '../../support/world.ts'

let world: World
const ALL = { q: '', provider: '', sharing: '', after: '' } as const

beforeAll(async () => {
  world = await openWorld()
})

async function as<T>(login: string, work: (look: Look) => Promise<T>): Promise<T> {
  return look(await world.as(login), work)
}

describe('the catalogue of resources', () => {
  test('is read page by page, each resource once', async () => {
    const first = await as('police-data', (reading) => browseResources(reading, ALL))
    expect(first.lines).toHaveLength(50)
    const second = await as('police-data', (reading) =>
      browseResources(reading, { ...ALL, after: first.next ?? '' }),
    )
    expect(second.next).toBeNull()
    const codes = [...first.lines, ...second.lines].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(first.counts.reduce((sum, { count }) => sum + count, 0)).toBe(codes.length)
  })

  test('is searched by what its fields are called, by provider and by way of sharing', async () => {
    const codes = async (filter: Partial<Parameters<typeof browseResources>[1]>) =>
      as('police', async (reading) =>
        (await browseResources(reading, { ...ALL, ...filter })).lines.map(({ code }) => code),
      )
    expect(await codes({ q: '出生医学证明编号' })).toEqual(['birth', 'vaccination'])
    expect(await codes({ provider: 'tax' })).toEqual(expect.arrayContaining(['tax-status', 'tax-credit']))
    expect(await codes({ sharing: 'unconditional' })).toContain('school-zone')
  })

  test('says of each resource what its fields mean, who may ask them and what they replace', async () => {
    const birth = await as('police-data', (reading) => readResource(reading, { code: 'birth' }))
    expect(birth).toMatchObject({ class: 'basic', sharing: 'conditional', mayApply: true })
    expect(birth.fields.find(({ field }) => field === 'weight')).toMatchObject({
      name: '出生体重',
      dataType: 'number',
      elements: ['出生体重'],
    })
    const population = await as('police-data', (reading) => readResource(reading, { code: 'population' }))
    const ethnicity = population.fields.find(({ field }) => field === 'ethnicity')
    // A register knows nothing of mothers: the field fills whatever is asked of whomever.
    expect(ethnicity?.elements).toContain('母亲民族')
    expect(ethnicity?.elements.length).toBeGreaterThan(1)
    const grant = birth.grants.find(({ item }) => item.code === 'birth-registration')
    expect(grant).toMatchObject({ unit: { code: 'health-commission' }, state: 'active', no: '' })
    expect(birth.replaces.length).toBeGreaterThan(0)
  })

  test('is not found under a code it has not', async () => {
    await expect(
      as('police-data', (reading) => readResource(reading, { code: 'nothing' })),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the three lists', () => {
  test('say who offers what, and leave out what is not open', async () => {
    const shared = await as('data', (reading) => readList(reading, { kind: 'shared', unit: '' }))
    const open = await as('data', (reading) => readList(reading, { kind: 'open', unit: '' }))
    expect(shared.rows).toHaveLength(55)
    expect(open.rows.map(({ code }) => code)).toContain('school-zone')
    expect(open.rows.map(({ code }) => code)).not.toContain('population')
  })

  test('say of what is open which fields are', async () => {
    const fieldsOf = async (kind: 'shared' | 'open') => {
      const { rows } = await as('data', (reading) => readList(reading, { kind, unit: '' }))
      return rows.find(({ code }) => code === 'enterprise')?.fields ?? ''
    }
    expect(await fieldsOf('shared')).toMatch(/企业名称.*法定代表人公民身份号码、法定代表人手机号码/)
    expect(await fieldsOf('open')).toMatch(/企业名称/)
    expect(await fieldsOf('open')).not.toMatch(/身份号码|手机号码/)
  })

  test('say which service uses which fields, also of one department alone', async () => {
    const { rows } = await as('data', (reading) =>
      readList(reading, { kind: 'uses', unit: 'medical-insurance' }),
    )
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['云溪市医疗保障局']))
    expect(
      rows.find(({ code, resource }) => code === 'maternity-reimbursement' && resource?.includes('分娩')),
    ).toMatchObject({ fields: '入院日期、出院日期、住院分娩总费用' })
  })
})

test('an item shows material by material what makes it unnecessary, and every field it looks up', async () => {
  const item = await as('police', (reading) => itemData(reading, { item: 'household-registration' }))
  const replaced = item.materials.filter(({ resources }) => resources.length > 0)
  expect(replaced.length).toBeGreaterThan(0)
  expect(item.uses.map(({ resource }) => resource.code)).toEqual(
    expect.arrayContaining(['birth', 'household', 'marriage']),
  )
  expect(item.uses.every(({ granted }) => granted)).toBe(true)
})
