import { passingFace, type Face } from './face.ts'
import { readPackageFile } from './package-file.ts'
import { unpackWoff2 } from './woff2.ts'

interface Slice {
  file: string
  ranges: [number, number][]
}

// HanaMin covers the Han characters of GB 18030-2022 (extensions A to F) in slices of some 500 characters.
const PACKAGE = 'hanamin'
const MOST_KEPT = 16
const opened = new Map<string, Face>()
let slices: Slice[] | undefined

/** The font slice that draws a rare character; null when there is none. */
export function rareFace(codePoint: number): Face | null {
  const slice = sliceOf(codePoint)
  return slice ? open(slice.file) : null
}

/** Whether a rare character can be drawn, without opening its slice. */
export function hasRareGlyph(codePoint: number): boolean {
  return sliceOf(codePoint) !== undefined
}

function sliceOf(codePoint: number): Slice | undefined {
  slices ??= readSlices()
  return slices.find(({ ranges }) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last))
}

function readSlices(): Slice[] {
  const css = Buffer.from(readPackageFile(`${PACKAGE}/HanaMin.css`)).toString('utf8')
  const rules = css.matchAll(/url\(([^)]+\.woff2)\)[^}]*?unicode-range:([^;]+);/g)
  return Array.from(rules, ([, file = '', list = '']) => ({ file, ranges: list.split(',').map(readRange) }))
}

function readRange(range: string): [number, number] {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

function open(file: string): Face {
  const face =
    opened.get(file) ?? passingFace(nameOf(file), unpackWoff2(readPackageFile(`${PACKAGE}/${file}`)))
  opened.delete(file)
  opened.set(file, face)
  const [oldest] = opened.keys()
  if (opened.size > MOST_KEPT && oldest !== undefined) opened.delete(oldest)
  return face
}

function nameOf(file: string): string {
  return file.replace(/\.woff2$/, '').replace(/[^0-9A-Za-z]+/g, '-')
}
