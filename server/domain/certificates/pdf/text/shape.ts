import { Refusal } from '#shared/refusal.ts'
import { fontFor, type Face, type Weight } from '../fonts.ts'
import { squeezes } from './punctuation.ts'

/** How text looks. Sizes in points, colours as 0–1 parts of red, green and blue. */
export interface Style {
  size: number
  weight?: Weight
  colour?: Colour
  /** Extra space after each character, in em. */
  tracking?: number
  /** Digits as wide as each other. */
  tabular?: boolean
}

export type Colour = readonly [number, number, number]

/** A character set in a font; advance and shift in thousandths of an em. */
export interface SetGlyph {
  character: string
  face: Face
  glyph: number
  advance: number
  /** How far to the right of its place it is drawn. */
  shift: number
}

// Digits of the Song face are 471 to 562 wide.
const TABULAR_WIDTH = 562
/** Marks that stand between Han characters and are too narrow for it: the dot in 买买提·买买提. */
const ROOMY: Record<string, number> = { '·': 500 }

/** Sets one line of text: picks the font of each character and how far the next one is. */
export function shape(text: string, { weight, tracking = 0, tabular = false }: Style): SetGlyph[] {
  const set: SetGlyph[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const face = fontFor(codePoint, weight)
    const glyph = face?.metrics.glyphs.get(codePoint)
    if (!face || glyph === undefined)
      throw new Refusal('glyph_missing', { params: { characters: character } })
    const width = face.metrics.width(glyph)
    const room = Math.max(width, tabular && /\d/.test(character) ? TABULAR_WIDTH : (ROOMY[character] ?? 0))
    const before = set.at(-1)
    if (before && squeezes(before.character, character)) before.advance -= 500
    set.push({ character, face, glyph, advance: room + tracking * 1000, shift: (room - width) / 2 })
  }
  return set
}

/** The width of set text in points; the tracking after its last character is not counted. */
export function widthOf(glyphs: SetGlyph[], { size, tracking = 0 }: Style): number {
  if (glyphs.length === 0) return 0
  const total = glyphs.reduce((sum, { advance }) => sum + advance, 0)
  return ((total - tracking * 1000) * size) / 1000
}

/** The width of a line of text in points. */
export function textWidth(text: string, style: Style): number {
  return widthOf(shape(text, style), style)
}
