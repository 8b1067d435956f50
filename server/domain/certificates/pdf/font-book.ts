import type { Face } from './fonts.ts'

interface Used {
  face: Face
  name: string
  /** Glyph to the character it stands for. */
  characters: Map<number, string>
}

/** The fonts of one document and the glyphs it takes from each. */
export class FontBook {
  readonly used = new Map<Face, Used>()

  /** Notes that a glyph is drawn; returns the name of its font in the pages' resources. */
  use(face: Face, glyph: number, character: string): string {
    let entry = this.used.get(face)
    if (!entry) {
      entry = { face, name: `F${this.used.size + 1}`, characters: new Map() }
      this.used.set(face, entry)
    }
    if (!entry.characters.has(glyph)) entry.characters.set(glyph, character)
    return entry.name
  }
}
