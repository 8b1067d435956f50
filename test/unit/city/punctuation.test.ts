import { describe, expect, it } from 'vitest'
import { halfWidthPunctuation, mendPunctuation } from '../../../db/city/texts.ts'

describe('Chinese punctuation', () => {
  it.each([
    ['办好了,请核对', '办好了，请核对'],
    ['请注意: 姓名', '请注意：姓名'],
    ['办好了吗?', '办好了吗？'],
    ['出生登记(申报户口)', '出生登记（申报户口）'],
    ['编号(18 characters)请核对', '编号（18 characters）请核对'],
    ['《户口登记条例》(2026)', '《户口登记条例》（2026）'],
    ['共 {count} 件,还差 {left} 件', '共 {count} 件，还差 {left} 件'],
    ['{name},您好!', '{name}，您好！'],
    ['拨打 110(报警);或 119', '拨打 110（报警）；或 119'],
  ])('mends %s', (wrong, right) => {
    expect(halfWidthPunctuation(wrong)).not.toBeNull()
    expect(mendPunctuation(wrong)).toBe(right)
    expect(mendPunctuation(right)).toBe(right)
    expect(halfWidthPunctuation(right)).toBeNull()
  })

  it.each([
    '上午 9:00 到 17:30',
    'https://example.org/?a=1',
    '1,234.50 元',
    '{count, plural, other {#}}',
    'Yes, please (now)!',
  ])('leaves %s alone', (text) => {
    expect(mendPunctuation(text)).toBe(text)
  })

  it('shows the place with its surroundings', () => {
    expect(halfWidthPunctuation('这是很长很长的一句话,后面还有')).toBe('很长的一句话,后面还有')
  })
})
