import { describe, expect, it } from 'vitest'
import { reworkDays, signDays } from '#shared/hotline/limits.ts'
import { ticketNo } from '#shared/hotline/number.ts'
import { titleOf } from '#shared/hotline/title.ts'
import { urgentWordsIn } from '#shared/hotline/urgent.ts'

describe('the title of a ticket', () => {
  it.each([
    ['楼下烧烤店每天半夜还在营业。油烟很大，睡不着。', '楼下烧烤店每天半夜还在营业'],
    ['The lamp is out. Nobody came for two weeks.', 'The lamp is out'],
    ['路灯坏了\n已经两个星期', '路灯坏了'],
    ['占道 3.5 米，走不过去', '占道 3.5 米，走不过去'],
    ['！！！', '！！！'],
  ])('of %j is its first sentence', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })

  it('is cut to fifty characters, rare ones counted as one', () => {
    const title = titleOf('𠮷'.repeat(60))
    expect([...title]).toHaveLength(50)
    expect(title.endsWith('…')).toBe(true)
  })
})

describe('urgent words', () => {
  const words = ['着火', '有人被困']

  it('are found, even with spaces inside', () => {
    expect(urgentWordsIn('对面楼着 火了', words)).toEqual(['着火'])
    expect(urgentWordsIn('电梯停了，有人\n被困', words)).toEqual(['有人被困'])
  })

  it('are not found in a calm text', () => {
    expect(urgentWordsIn('路灯坏了两个星期', words)).toEqual([])
  })
})

describe('numbers and limits', () => {
  it('a ticket is numbered by day, with six digits', () => {
    expect(ticketNo('2026-03-12', 123)).toBe('20260312000123')
  })

  it.each([
    [4, 1],
    [8, 1],
    [9, 2],
  ])('%i working hours to sign are %i working days', (signHours, days) => {
    expect(signDays({ signHours })).toBe(days)
  })

  it('doing it again takes half the days, rounded up', () => {
    expect([3, 5, 10].map((handleDays) => reworkDays({ handleDays }))).toEqual([2, 3, 5])
  })
})
