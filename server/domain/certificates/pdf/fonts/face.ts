import { loadFont, subsetFont, unloadFont } from './harfbuzz.ts'
import { outlinesOnly } from './outlines.ts'
import { readMetrics, type Metrics } from './sfnt.ts'

/** One font file, ready to measure with and to take glyphs from. */
export interface Face {
  /** Its PostScript name, without spaces. */
  name: string
  metrics: Metrics
  /** A TrueType file with these glyphs only, under their old numbers. */
  subset(glyphs: Iterable<number>): Uint8Array
}

/** A font of every document: its outlines stay in HarfBuzz' memory. */
export function keptFace(name: string, bytes: Uint8Array): Face {
  const loaded = loadFont(outlinesOnly(bytes))
  return { name, metrics: readMetrics(bytes), subset: (glyphs) => subsetFont(loaded, glyphs) }
}

/** A small font that few documents need: HarfBuzz holds it only while it takes the glyphs. */
export function passingFace(name: string, bytes: Uint8Array): Face {
  return {
    name,
    metrics: readMetrics(bytes),
    subset(glyphs) {
      const loaded = loadFont(outlinesOnly(bytes))
      try {
        return subsetFont(loaded, glyphs)
      } finally {
        unloadFont(loaded)
      }
    },
  }
}
