import { expect, test } from 'vitest'
import { completeElements } from '../../../server/domain/catalog/complete-elements.ts'
import { element } from '../elements/fields.ts'

const text = (zh: string, en = zh) => ({ zh, en })
const parts = {
  codeList: [
    {
      code: 'seasons',
      name: text('季节', 'Seasons'),
      source: 'GB/T 0000',
      options: [{ value: '1', label: text('春', 'Spring') }],
    },
  ],
  division: [
    { code: '349900', parent: null, level: 'city' as const, name: text('云溪市', 'Yunxi') },
    { code: '349901', parent: '349900', level: 'district' as const, name: text('清河区', 'Qinghe District') },
    { code: '349901001', parent: '349901', level: 'street' as const, name: text('临溪街道', 'Linxi Street') },
    {
      code: '349901001001',
      parent: '349901001',
      level: 'community' as const,
      name: text('溪桥社区', 'Xiqiao Community'),
    },
    {
      code: '349901001001001',
      parent: '349901001001',
      level: 'grid' as const,
      name: text('溪桥社区第一网格', 'Xiqiao Grid 1'),
    },
  ],
}

function completed(...elements: Parameters<typeof completeElements>[0]) {
  return completeElements(elements, parts)
}

test('an element of a code list has its options', () => {
  const [found] = completed(element('choice', { codeList: 'seasons' }))
  expect(found?.options).toEqual([{ value: '1', label: text('春', 'Spring') }])
})

test('a division is named with what lies above it, but for the city', () => {
  const [community, grid] = completed(
    element('division', { level: 'community' }),
    element('divisionAddress', { level: 'grid' }),
  )
  expect(community?.options).toEqual([
    {
      value: '349901001001',
      label: text('清河区临溪街道溪桥社区', 'Xiqiao Community, Linxi Street, Qinghe District'),
    },
  ])
  expect(grid?.options?.[0]?.label.zh).toBe('清河区临溪街道溪桥社区第一网格')
})

test('a group has its columns, complete themselves', () => {
  const season = element('choice', { code: 'visit.season', codeList: 'seasons' })
  const [, group] = completed(season, element('group', { code: 'visits', fields: ['visit.season'] }))
  expect(group?.columns?.[0]?.options).toHaveLength(1)
})

test('a declaration is known by the hash of its text, which changes with a single word', () => {
  const hashes = completed(
    element('declaration', { text: text('属实', 'True') }),
    element('declaration', { text: text('属实。', 'True') }),
  ).map(({ options }) => options?.[0]?.value ?? '')
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(hashes[1]).not.toBe(hashes[0])
})
