import { expect, test } from 'vitest'
import { tokensOf } from '../../../shared/search/tokens.ts'

test('a run of Han characters becomes overlapping pairs', () => {
  expect(tokensOf('上户口')).toEqual(['上户', '户口'])
})

test('a Han character that stands alone is kept', () => {
  expect(tokensOf('卡')).toEqual(['卡'])
})

test('words are lower-cased, full-width letters and digits become half-width', () => {
  expect(tokensOf('ＰＤＦ Birth 12345')).toEqual(['pdf', 'birth', '12345'])
})

test('Han and Latin beside each other are told apart', () => {
  expect(tokensOf('下载PDF文件')).toEqual(['下载', 'pdf', '文件'])
})

test('a rare character beyond the basic plane is one character', () => {
  expect(tokensOf('𠮷祥')).toEqual(['𠮷祥'])
})

test('words that say nothing, and repetitions, are left out', () => {
  expect(tokensOf('How do I register the baby, a baby?')).toEqual(['register', 'baby'])
})
