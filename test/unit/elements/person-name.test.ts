import { describe, expect, test } from 'vitest'
import { showMasked } from '#shared/elements/value.ts'
import { element, take } from './fields.ts'

describe('a name (domain.md §7.7)', () => {
  test.each([
    '阿卜杜热西提·买买提',
    '𠮷田',
    '㛃',
    '赵㵑',
    '欧阳〇〇',
    '买买提·阿不都·热合曼',
    "Mary-Jane O'Neil",
  ])('%s is taken as it is', (name) =>
    expect(take('personName', name)).toEqual({ value: name, problem: null }),
  )

  test.each([
    '阿里•买买提',
    '阿里‧买买提',
    '阿里・买买提',
    '阿里．买买提',
    '阿里.买买提',
    '阿里●买买提',
    '阿里･买买提',
    '阿里 · 买买提',
  ])('%s gets the one right middle dot', (name) =>
    expect(take('personName', name)).toEqual({ value: '阿里·买买提', problem: null }),
  )

  test.each(['·买买提', '买买提·', '阿里··买买提'])('%s has a dot where none can be', (name) => {
    expect(take('personName', name).problem).toBe('name_dot')
  })

  test('with a private character is refused: it has no standard code', () => {
    expect(take('personName', '王\uE123').problem).toBe('name_private_use')
  })

  test('is measured in characters, not in the units of a program', () => {
    expect(take('personName', '𠮷'.repeat(50)).problem).toBeNull()
    expect(take('personName', '𠮷'.repeat(51)).problem).toBe('too_long')
  })

  test.each(['王2', 'José', '王Li'])('%s has characters that no name may have', (name) => {
    expect(take('personName', name).problem).toBe('name_characters')
  })

  test.each([
    ['阿'.repeat(1000), 'too_long'],
    ['李\u200f静', 'name_characters'],
    ['李\u202e静', 'name_characters'],
    ['李😀', 'name_characters'],
    ['李\u0007静', 'name_characters'],
    ['李\ud842', 'name_characters'],
  ])('%j is refused as %s', (name, problem) => expect(take('personName', name).problem).toBe(problem))

  test.each([
    ['李静', '李*'],
    ['欧阳〇〇', '欧**'],
    ['𠮷田太郎', '𠮷**'],
  ])('%s is masked as %s', (name, masked) => {
    expect(showMasked(element('personName', { sensitivity: 'sensitive' }), name, 'zh')).toBe(masked)
  })
})
