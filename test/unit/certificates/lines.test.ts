import { describe, expect, it } from 'vitest'
import { breakLines } from '../../../server/domain/certificates/pdf/text/lines.ts'

/** Han characters and their marks are 2 wide, everything else 1. */
function measure(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\uffef“”]|[\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1),
    0,
  )
}

describe('line breaking', () => {
  it('fills lines with Chinese characters, wherever they end', () => {
    expect(breakLines('云溪市政务服务管理局', 8, measure)).toEqual(['云溪市政', '务服务管', '理局'])
  })

  it.each([...'，。、；：？！）」』》”'])('never begins a line with %s', (mark) => {
    for (let width = 6; width <= 20; width++) {
      const lines = breakLines(`这里是一段要分行的文字${mark}后面还有一些文字${mark}再有一些`, width, measure)
      expect(lines.filter((line) => line.startsWith(mark))).toEqual([])
    }
  })

  it.each([...'（「『《“'])('never ends a line with %s', (mark) => {
    for (let width = 6; width <= 20; width++) {
      const lines = breakLines(`这里是一段${mark}要分行的文字后面还有${mark}一些文字`, width, measure)
      expect(lines.filter((line) => line.endsWith(mark))).toEqual([])
    }
  })

  it('keeps Latin words and numbers whole', () => {
    expect(breakLines('姓名是Muhammad Abdullah的人', 12, measure)).toEqual([
      '姓名是',
      'Muhammad',
      'Abdullah的人',
    ])
    expect(breakLines('号码341502198808080249的人', 20, measure)).toEqual([
      '号码',
      '341502198808080249的',
      '人',
    ])
  })

  it('breaks a word that is wider than the line rather than let it stick out', () => {
    const lines = breakLines('1.2.156.3005.2.11100000000013338W011', 10, measure)
    expect(lines.every((line) => measure(line) <= 10)).toBe(true)
    expect(lines.join('')).toBe('1.2.156.3005.2.11100000000013338W011')
  })

  it('lets the blank half of a closing mark hang over the end', () => {
    expect(breakLines('一二三，四五', 7, measure)).toEqual(['一二三，', '四五'])
  })

  it('never splits a character of the supplementary planes', () => {
    const lines = breakLines('𠮷𠮷𠮷𠮷𠮷', 4, measure)
    expect(lines).toEqual(['𠮷𠮷', '𠮷𠮷', '𠮷'])
  })

  it('loses no character', () => {
    const text = '您于2026年11月23日提交的“新生儿出生一件事”（编号：YX20261123）申请，我们已经收到。'
    for (let width = 8; width < 60; width++) expect(breakLines(text, width, measure).join('')).toBe(text)
  })

  it('gives the first line less room when it is indented', () => {
    expect(breakLines('云溪市政务服务', 8, measure, 4)).toEqual(['云溪', '市政务服', '务'])
  })

  it('keeps the line ends that the text has', () => {
    expect(breakLines('甲\n乙', 8, measure)).toEqual(['甲', '乙'])
  })
})
