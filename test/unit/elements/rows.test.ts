import { describe, expect, test } from 'vitest'
import { postedRows, postedValue } from '#shared/elements/posted.ts'
import { showMasked, showValue, takeValue } from '#shared/elements/value.ts'
import { problemsOf } from '#shared/problem.ts'
import { HEIRS, SAMPLES } from './samples.ts'
import { element, TODAY } from './fields.ts'

const { element: heirs } = SAMPLES.group
const CONTEXT = { today: TODAY }

describe('a group', () => {
  test('has a value of each column’s type in every row', () => {
    expect(takeValue(heirs, HEIRS, true, CONTEXT).value).toEqual([
      {
        'heir.name': '阿里·买买提',
        'heir.residentId': '11010519491231002X',
        'heir.share': 50,
        'heir.agrees': true,
      },
      {
        'heir.name': '𠮷田',
        'heir.residentId': '341502202402290026',
        'heir.share': 50,
        'heir.agrees': false,
      },
    ])
  })

  test('names the very cell that is wrong', () => {
    const rows = [
      { 'heir.name': '王2', 'heir.residentId': '', 'heir.share': '50', 'heir.agrees': 'yes' },
      {
        'heir.name': '李静',
        'heir.residentId': '110105491231002',
        'heir.share': '120',
        'heir.agrees': 'yes',
      },
    ]
    const { fault } = takeValue(heirs, rows, true, CONTEXT)
    expect(fault && problemsOf('heirs', fault)).toEqual([
      { field: 'heirs.0.heir.name', code: 'name_characters' },
      { field: 'heirs.0.heir.residentId', code: 'missing' },
      { field: 'heirs.1.heir.residentId', code: 'resident_id_old' },
      { field: 'heirs.1.heir.share', code: 'number_big', params: { max: 100 } },
    ])
  })

  test('does not count blank rows at its end, but asks for those before others', () => {
    expect(takeValue(heirs, [...HEIRS, { 'heir.name': ' ' }], true, CONTEXT).fault).toBeNull()
    expect(takeValue(heirs, [{}, {}], true, CONTEXT).fault?.code).toBe('missing')
    const { fault } = takeValue(heirs, [{}, { 'heir.name': '李静' }], true, CONTEXT)
    expect(fault?.within?.[0]?.field).toBe('0.heir.name')
  })

  test('has no fewer and no more rows than it may', () => {
    const one = [{ 'heir.name': '李静' }]
    const optionalFields = ['heir.residentId', 'heir.share', 'heir.agrees']
    expect(takeValue({ ...heirs, optionalFields, minRows: 2 }, one, true, CONTEXT).fault?.code).toBe(
      'rows_few',
    )
    const many = Array.from({ length: 6 }, () => ({ 'heir.name': '李静' }))
    expect(takeValue({ ...heirs, optionalFields }, many, true, CONTEXT).fault?.code).toBe('rows_many')
  })

  test('is shown row by row, with sensitive cells masked where it might be overlooked', () => {
    const { value = '' } = takeValue(heirs, HEIRS.slice(0, 1), true, CONTEXT)
    expect(showValue(heirs, value, 'zh')).toBe('1. 阿里·买买提，11010519491231002X，50%，是')
    expect(showMasked(heirs, value, 'en')).toBe('1. 阿里·买买提, 110105********002X, 50%, Yes')
  })

  test('takes nothing but its columns, and texts for them', () => {
    const odd = [{ 'heir.name': '李静', stranger: '1', __proto__: '2', constructor: '3' }]
    const { value } = takeValue(heirs, odd, true, CONTEXT)
    expect(value).toEqual([{ 'heir.name': '李静' }])
    expect(takeValue(heirs, 'text', true, CONTEXT).fault?.code).toBe('missing')
  })
})

describe('a table', () => {
  const { element: table } = SAMPLES.table

  test('has a row for each name, and every cell is asked', () => {
    expect(takeValue(table, [{ n: '1' }], true, CONTEXT).fault?.within).toEqual([
      { field: '1.n', code: 'missing' },
    ])
    expect(takeValue(table, [{ n: '1' }, { n: '2' }, { n: '3' }], true, CONTEXT).value).toEqual([
      { n: 1 },
      { n: 2 },
    ])
    expect(showValue(table, [{ n: 1 }, { n: 2 }], 'zh')).toBe('春：1；秋：2')
  })
})

describe('rows in a form post', () => {
  test('are the cells named by group, row and column', () => {
    expect(
      postedRows('heirs', { 'heirs.1.heir.name': '乙', 'heirs.0.heir.name': '甲', 'heirs.0.a': ['1', '2'] }),
    ).toEqual([{ 'heir.name': '甲', a: ['1', '2'] }, { 'heir.name': '乙' }])
    expect(postedValue('name', { name: '甲', 'name.0.a': '乙' })).toBe('甲')
    expect(postedValue('other', { name: '甲' })).toBeUndefined()
  })

  test('cannot be made to grow without end or to reach for what is not theirs', () => {
    expect(postedRows('heirs', { 'heirs.99.a': '1', 'heirs.999999999.a': '1' })).toBeUndefined()
    expect(postedRows('heirs', { 'heirs.0.__proto__': '1', 'heirs.0.a': { b: 1 } })).toBeUndefined()
  })
})

test('a signature is the name of whoever signs, perhaps drawn as well', () => {
  const sign = element('signature')
  const context = { today: TODAY, signer: '阿里·买买提' }
  expect(takeValue(sign, '阿里•买买提', true, context)).toEqual({ value: '阿里·买买提', fault: null })
  expect(takeValue(sign, ['李静', ''], true, context).fault?.code).toBe('signature_other')
  expect(takeValue(sign, ['阿里·买买提', 'M1 2L3 4'], true, context)).toEqual({
    value: '阿里·买买提\nM1 2L3 4',
    fault: null,
  })
  for (const drawing of ['<script>', 'M1 2"/>', `M1 2${'L3 4'.repeat(2000)}`])
    expect(takeValue(sign, ['阿里·买买提', drawing], true, context).fault?.code).toBe('signature_drawing')
})

test('a photo keeps to its limits in pixels and bytes', () => {
  const photo = element('photo', { photo: { width: [358, 358], height: [441, 441], kb: [10, 40] } })
  const code = (value: string) => takeValue(photo, value, true, CONTEXT).fault?.code
  expect(code('a jpg 24000 358x441 me.jpg')).toBeUndefined()
  expect(code('a png 24000 358x441 me.png')).toBe('file_kind')
  expect(code('a jpg 24000 1000x441 me.jpg')).toBe('photo_size')
  expect(code('a jpg 90000 358x441 me.jpg')).toBe('photo_bytes')
  expect(code('me.jpg')).toBe('file_missing')
})
