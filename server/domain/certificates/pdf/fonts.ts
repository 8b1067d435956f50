import { Refusal } from '#shared/refusal.ts'
import { keptFace, type Face } from './fonts/face.ts'
import { readPackageFile } from './fonts/package-file.ts'
import { hasRareGlyph, rareFace } from './fonts/rare.ts'

export type { Face } from './fonts/face.ts'

export type Weight = 'regular' | 'bold'

const SONG = {
  regular: { name: 'NotoSerifSC-Regular', file: '400Regular/NotoSerifSC_400Regular.ttf' },
  bold: { name: 'NotoSerifSC-Bold', file: '700Bold/NotoSerifSC_700Bold.ttf' },
} as const satisfies Record<Weight, { name: string; file: string }>

const kept: Partial<Record<Weight, Face>> = {}

/** The Song face (宋体) of all documents; read at first use, then kept. */
function song(weight: Weight): Face {
  const { name, file } = SONG[weight]
  return (kept[weight] ??= keptFace(name, readPackageFile(`@expo-google-fonts/noto-serif-sc/${file}`)))
}

/** The font that draws a character: the Song face, else the one of rare characters, else none. */
export function fontFor(codePoint: number, weight: Weight = 'regular'): Face | null {
  const face = song(weight)
  return face.metrics.glyphs.has(codePoint) ? face : rareFace(codePoint)
}

/** The characters of a text that no font can draw, each once. */
export function missingGlyphs(text: string): string[] {
  const { glyphs } = song('regular').metrics
  return [...new Set(text.replace(/\n/g, ''))].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return !glyphs.has(codePoint) && !hasRareGlyph(codePoint)
  })
}

/** Refuses texts with a character that no font can draw: no paper leaves with an empty box on it. */
export function refuseMissingGlyphs(texts: Iterable<string>): void {
  const characters = missingGlyphs([...texts].join(''))
  if (characters.length > 0)
    throw new Refusal('glyph_missing', { params: { characters: characters.join('') } })
}
