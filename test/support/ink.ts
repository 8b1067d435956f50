import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * How dark the words of a printed page are, and how dark a browser draws the same words in the same fonts. A subset
 * that went wrong draws nothing or boxes while text extraction still finds every character.
 */

const DPI = 144
const SCALE = DPI / 72
// Boxes of words follow the fonts' own heights, which the strokes may pass. Points.
const MARGIN = 1.5
// Paler than this is the rosette and the hairlines, not words.
const DARK = 170

const { resolve } = createRequire(import.meta.url)
const FONTS: Readonly<Record<string, string>> = {
  song: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  rare: resolve('hanamin/HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2'),
}

interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

/** The first page of a PDF as a picture, with its words. */
export interface PrintedPage {
  width: number
  height: number
  grey: Uint8Array
  words: Word[]
  /** Of the whole file. */
  pages: number
}

/** Prints the first page of a PDF. */
export function printed(pdf: Uint8Array): PrintedPage {
  const folder = mkdtempSync(join(tmpdir(), 'ink-'))
  try {
    const file = join(folder, 'certificate.pdf')
    writeFileSync(file, pdf)
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-singlefile', file, join(folder, 'page')])
    const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' })
    const pages = text.match(/<page /g)?.length ?? 0
    return { ...readPgm(readFileSync(join(folder, 'page.pgm'))), words: readWords(text), pages }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The ink of a value on a page, in whole black pixels; throws when its characters do not stand there. */
export function inkOf(page: PrintedPage, value: string): number {
  return wordsOf(page, value).reduce((sum, word) => sum + inkInBox(page, word), 0)
}

/** The size of the letters of a value that has only Han characters, in points. */
export function sizeOf(page: PrintedPage, value: string): number {
  const width = wordsOf(page, value).reduce((sum, { left, right }) => sum + right - left, 0)
  return width / [...value].length
}

/** How dark a place of a page is: 0 is paper, 1 is black. Points from the top left. */
export function darknessAt({ width, grey }: PrintedPage, x: number, y: number): number {
  return 1 - (grey[Math.floor(y * SCALE) * width + Math.floor(x * SCALE)] ?? 255) / 255
}

/** The words of the page that make up a value, in order; a value may be broken into several. */
function wordsOf({ words }: PrintedPage, value: string): Word[] {
  for (let first = 0; first < words.length; first++) {
    let text = ''
    for (let last = first; last < words.length && text.length < value.length; last++) {
      text += words[last]?.text ?? ''
      if (text === value.replaceAll(' ', '')) return words.slice(first, last + 1)
    }
  }
  throw new Error(`not on the page: ${value}`)
}

/** Darkness inside a word's box, in whole black pixels. */
function inkInBox({ grey, width }: PrintedPage, { left, top, right, bottom }: Word): number {
  let ink = 0
  for (let y = Math.floor((top - MARGIN) * SCALE); y < (bottom + MARGIN) * SCALE; y++) {
    for (let x = Math.floor(left * SCALE); x < right * SCALE; x++) {
      ink += Math.max(0, DARK - (grey[y * width + x] ?? 255)) / DARK
    }
  }
  return ink
}

/** Gives a page of a browser the fonts that certificates are set in. */
export async function loadFonts(target: Page): Promise<void> {
  await target.route('http://fonts.test/**', (route) => {
    const path = FONTS[new URL(route.request().url()).pathname.slice(1)]
    return path
      ? route.fulfill({ path })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
  })
  await target.goto('http://fonts.test/')
  await target.evaluate(async (names) => {
    for (const name of names) {
      const face = new FontFace(name, `url(http://fonts.test/${name})`)
      document.fonts.add(await face.load())
    }
  }, Object.keys(FONTS))
}

/** The ink of a value as the browser draws it. @param points size of the letters */
export function inkInBrowser(page: Page, text: string, points: number): Promise<number> {
  return page.evaluate(
    ({ text, size, dark, fonts }) => {
      const canvas = document.createElement('canvas')
      canvas.width = 1200
      canvas.height = 100
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.fillStyle = '#1d1d1f'
      context.font = `${size}px ${fonts}`
      context.fillText(text, 20, 60)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let ink = 0
      for (let at = 0; at < data.length; at += 4) ink += Math.max(0, dark - (data[at] ?? 255)) / dark
      return ink
    },
    { text, size: points * SCALE, dark: DARK, fonts: Object.keys(FONTS).join(', ') },
  )
}

function readPgm(bytes: Buffer): Pick<PrintedPage, 'width' | 'height' | 'grey'> {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  if (!header) throw new Error('not a grey picture')
  return { width: Number(header[1]), height: Number(header[2]), grey: bytes.subarray(header[0].length) }
}

function readWords(html: string): Word[] {
  const pattern = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g
  return Array.from(html.matchAll(pattern), ([, left, top, right, bottom, text = '']) => ({
    text,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }))
}
