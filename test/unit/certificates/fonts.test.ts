import { describe, expect, it } from 'vitest'
import { fontFor, missingGlyphs, refuseMissingGlyphs } from '../../../server/domain/certificates/pdf/fonts.ts'
import { Refusal } from '../../../shared/refusal.ts'

function glyphOf(character: string): number | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  return fontFor(codePoint)?.metrics.glyphs.get(codePoint)
}

describe('fonts', () => {
  it('have every character of the names that GB 18030 asks for', () => {
    expect(missingGlyphs('阿卜杜热西提·买买提𠮷田㛃赵㵑欧阳〇〇𬭩𠀀𪚥𬺓')).toEqual([])
  })

  it('cover all Han characters of the basic block and of extension A', () => {
    const characters = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, at) =>
      String.fromCodePoint(0x3400 + at),
    )
    expect(missingGlyphs(characters.filter((each) => /\p{Script=Han}/u.test(each)).join(''))).toEqual([])
  })

  it.each([
    ['B', 0x20000, 0x2a6d6],
    ['C', 0x2a700, 0x2b734],
    ['D', 0x2b740, 0x2b81d],
    ['E', 0x2b820, 0x2cea1],
    ['F', 0x2ceb0, 0x2ebe0],
  ])('cover all Han characters of extension %s', (_, first, last) => {
    const text = Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join(
      '',
    )
    expect(missingGlyphs(text)).toEqual([])
  })

  it('have a glyph, not only a promise of one, in every slice of rare characters', () => {
    for (let code = 0x20000; code < 0x2ebe0; code += 2039) {
      const character = String.fromCodePoint(code)
      if (missingGlyphs(character).length === 0) expect(glyphOf(character), character).toBeGreaterThan(0)
    }
  })

  it('draw ordinary characters in the Song face and rare ones in the face that has them', () => {
    expect(fontFor('中'.codePointAt(0) ?? 0)?.name).toBe('NotoSerifSC-Regular')
    expect(fontFor('中'.codePointAt(0) ?? 0, 'bold')?.name).toBe('NotoSerifSC-Bold')
    expect(fontFor('𠮷'.codePointAt(0) ?? 0)?.name).toMatch(/^HanaMin/)
    expect(fontFor(0x10ffff)).toBeNull()
  })

  it('name each character that none of them has, once', () => {
    expect(missingGlyphs('甲\u{10ffff}乙\u{e000}\u{10ffff}')).toEqual(['\u{10ffff}', '\u{e000}'])
  })

  it('refuse texts that cannot be drawn, with the characters in question', () => {
    expect(() => refuseMissingGlyphs(['好', '不\u{e000}好'])).toThrow(
      expect.objectContaining({ code: 'glyph_missing', detail: { params: { characters: '\u{e000}' } } }),
    )
    expect(() => refuseMissingGlyphs(['\u{e000}'])).toThrow(Refusal)
  })
})
