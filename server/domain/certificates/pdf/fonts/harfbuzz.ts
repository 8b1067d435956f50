import { readPackageFile } from './package-file.ts'

type Call = (...args: number[]) => number

interface HarfBuzz {
  call(name: string, ...args: number[]): number
  memory(): Uint8Array
}

/** A font in HarfBuzz' memory. */
export interface LoadedFont {
  face: number
  blob: number
  start: number
}

const WRITABLE = 2
// No hinting, old glyph numbers kept (so that text can be written before the subset is made), no layout closure.
const FLAGS = 0x1 | 0x2 | 0x200

let kept: HarfBuzz | undefined

function harfbuzz(): HarfBuzz {
  kept ??= start()
  return kept
}

function start(): HarfBuzz {
  const wasm = new WebAssembly.Module(
    Uint8Array.from(readPackageFile('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  )
  const { exports } = new WebAssembly.Instance(wasm)
  const { memory } = exports
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('HarfBuzz without memory')
  const calls = new Map<string, Call>()
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value === 'function') calls.set(name, (...args) => Number(value(...args)))
  }
  function call(name: string, ...args: number[]): number {
    const found = calls.get(name)
    if (!found) throw new Error(`HarfBuzz without ${name}`)
    return found(...args)
  }
  call('_initialize')
  // A fresh view each time: growing the memory detaches the old ones.
  return { call, memory: () => new Uint8Array(memory.buffer) }
}

/** Puts a font's outlines into HarfBuzz' memory, where it stays until `unloadFont`. */
export function loadFont(bytes: Uint8Array): LoadedFont {
  const { call, memory } = harfbuzz()
  const start = call('malloc', bytes.length)
  memory().set(bytes, start)
  const blob = call('hb_blob_create', start, bytes.length, WRITABLE, 0, 0)
  return { face: call('hb_face_create', blob, 0), blob, start }
}

export function unloadFont({ face, blob, start }: LoadedFont): void {
  const { call } = harfbuzz()
  call('hb_face_destroy', face)
  call('hb_blob_destroy', blob)
  call('free', start)
}

/** A TrueType font with the outlines of these glyphs only, under their old numbers. */
export function subsetFont({ face }: LoadedFont, glyphs: Iterable<number>): Uint8Array {
  const { call, memory } = harfbuzz()
  const input = call('hb_subset_input_create_or_fail')
  call('hb_subset_input_set_flags', input, FLAGS)
  const wanted = call('hb_subset_input_glyph_set', input)
  for (const glyph of glyphs) call('hb_set_add', wanted, glyph)
  const subset = call('hb_subset_or_fail', face, input)
  call('hb_subset_input_destroy', input)
  if (subset === 0) throw new Error('HarfBuzz made no subset')
  const blob = call('hb_face_reference_blob', subset)
  const start = call('hb_blob_get_data', blob, 0)
  const bytes = memory().slice(start, start + call('hb_blob_get_length', blob))
  call('hb_blob_destroy', blob)
  call('hb_face_destroy', subset)
  return bytes
}
