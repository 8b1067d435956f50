import { describe, expect, test } from 'vitest'
import { takeValue, showValue } from '#shared/elements/value.ts'
import { element, take, TODAY } from './fields.ts'

const options = [
  { value: 'home', label: { zh: '家里', en: 'At home' } },
  { value: 'hospital', label: { zh: '医院', en: 'In hospital' } },
]

describe('a choice', () => {
  test('is one of its options', () => {
    expect(take('choice', 'home', { options }).problem).toBeNull()
    expect(take('choice', 'car', { options }).problem).toBe('not_an_option')
  })

  test('is shown by its label', () => {
    expect(showValue(element('choice', { options }), 'hospital', 'zh')).toBe('医院')
  })
})

describe('a choice of a long list, searched by typing', () => {
  const industries = [
    { value: 'P', label: { zh: '教育', en: 'Education' } },
    { value: '83', label: { zh: '教育', en: 'Education services' } },
    { value: '62', label: { zh: '餐饮业', en: 'Catering' } },
  ]

  test.each([
    ['餐饮业', '62'],
    ['餐饮业 62', '62'],
    ['Catering', '62'],
    ['62', '62'],
    ['教育 83', '83'],
    ['Education services', '83'],
  ])('%s is understood as %s', (typed, value) =>
    expect(take('choice', typed, { options: industries })).toEqual({ value, problem: null }),
  )

  test.each(['教育', '餐', '所有'])('%s could be several or none', (typed) =>
    expect(take('choice', typed, { options: industries }).problem).toBe('not_an_option'),
  )

  test('may be several', () => {
    expect(take('choices', ['餐饮业', '', '62', '教育 P'], { options: industries }).value).toEqual([
      '62',
      'P',
    ])
  })
})

describe('choices', () => {
  test('are any of the options; none is an answer too', () => {
    expect(take('choices', ['home', 'hospital'], { options }).problem).toBeNull()
    expect(take('choices', [''], { options })).toEqual({ value: [], problem: null })
    expect(take('choices', 'home', { options }).value).toEqual(['home'])
    expect(take('choices', ['home', 'car'], { options }).problem).toBe('not_an_option')
  })

  test('are listed as each language lists', () => {
    expect(showValue(element('choices', { options }), ['home', 'hospital'], 'zh')).toBe('家里、医院')
    expect(showValue(element('choices', { options }), ['home', 'hospital'], 'en')).toBe(
      'At home, In hospital',
    )
  })
})

describe('yes or no', () => {
  test('is kept as true or false', () => {
    expect(take('yesNo', 'yes').value).toBe(true)
    expect(take('yesNo', 'no').value).toBe(false)
    expect(take('yesNo', 'maybe').problem).toBe('not_an_option')
  })
})

describe('a blank', () => {
  test('is a problem only where an answer is required', () => {
    expect(takeValue(element('text'), '  ', true, { today: TODAY }).fault?.code).toBe('missing')
    expect(takeValue(element('text'), '  ', false, { today: TODAY }).fault).toBeNull()
  })
})

describe('a text', () => {
  test('is measured in characters and keeps what was typed', () => {
    expect(take('text', '𠮷'.repeat(5), { maxLength: 5 }).problem).toBeNull()
    expect(take('text', '𠮷'.repeat(6), { maxLength: 5 })).toEqual({
      value: '𠮷'.repeat(6),
      problem: 'too_long',
    })
  })

  test('must match the whole of its pattern', () => {
    expect(take('text', 'A1', { pattern: '[A-Z]\\d' }).problem).toBeNull()
    expect(take('text', 'A12', { pattern: '[A-Z]\\d' }).problem).toBe('text_pattern')
  })

  test('of several lines keeps its lines', () => {
    expect(take('longText', 'a\r\nb').value).toBe('a\nb')
  })

  test('with control characters, marks of direction or half a character is refused', () => {
    for (const bad of ['a\u0007b', 'a\u202eb', 'a\u200fb', 'a\u2066b', 'a\ud842'])
      expect(take('text', bad).problem).toBe('text_control')
    expect(take('longText', '一切安好 😀').problem).toBeNull()
  })

  test('keeps its full-width punctuation', () => {
    expect(take('text', '云溪市（Ａ１）工厂，东区').value).toBe('云溪市（A1）工厂，东区')
  })
})
