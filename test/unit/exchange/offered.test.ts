import { expect, test, vi } from 'vitest'
import { codesOf } from '../../../scripts/exchange/codes-of.ts'
import { offeredResources } from '../../../scripts/exchange/offered.ts'

const provider = {
  code: 'data-bureau',
  name: { zh: '市数据局', en: 'Data Bureau' },
  shortName: { zh: '市数据局', en: 'Data Bureau' },
  abbreviation: '测',
  creditCode: '',
  phone: '0560-6600001',
}

function service(name: string) {
  return { service: name, provider: 'A member', operations: ['POST /'], outputs: ['name'] }
}

test('services of several members that are called alike have codes of their own, the same each time', () => {
  const names = ['CN/GOV/1/civil/birth', 'CN/GOV/2/health/birth', 'CN/GOV/2/health/death']
  const expected = [
    ['CN/GOV/1/civil/birth', 'civil-birth'],
    ['CN/GOV/2/health/birth', 'health-birth'],
    ['CN/GOV/2/health/death', 'death'],
  ]
  expect([...codesOf(names)].sort()).toEqual(expected)
  expect([...codesOf(names.toReversed())].sort()).toEqual(expected)
})

test('a name that no code can be made of has one none the less', () => {
  expect([...codesOf(['X/%E6%B0%91', 'X/%E6%94%BF']).values()]).toEqual(['service-1', 'service-2'])
})

test('catalogue numbers go on where the catalogue stands, and what has a route is not offered again', () => {
  const { resources, routes } = offeredResources(['A/death', 'A/marriage', 'A/birth'].map(service), {
    connector: 'x',
    provider,
    known: [
      { code: 'death', catalogCode: '303001/90007' },
      { code: 'other', catalogCode: '101001/99999' },
    ],
    routed: ['A/marriage'],
  })
  expect(resources.map(({ code, catalogCode }) => [code, catalogCode])).toEqual([['birth', '303001/90008']])
  expect(routes).toEqual([{ resource: 'birth', connector: 'x', service: 'A/birth' }])
})

test('what is taken over is published on the day it is in the city', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T03:00:00+08:00') })
  const taking = { connector: 'x', provider, known: [], routed: [] }
  const [resource] = offeredResources([service('A/death')], taking).resources
  vi.useRealTimers()
  expect(resource?.publishedOn).toBe('2026-11-24')
})
