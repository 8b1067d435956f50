import { chromium, type Browser, type Page } from '@playwright/test'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawCertificate } from '../../../server/domain/certificates/pdf/certificate.ts'
import { certificateWith } from '../../unit/certificates/papers.ts'

/*
 * A subset that went wrong draws nothing or boxes while text extraction still finds every character. So the
 * printed page is looked at: its ink must be about that of the same words set by a browser in the same fonts.
 */

const BROWSERS = [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome']
const DPI = 144
const SIZE_PT = 14.5
const ALLOWED = 0.2
// Boxes of words follow the fonts' own heights, which the strokes may pass. Points.
const MARGIN = 1.5
// Paler than this is the rosette and the hairlines, not words.
const DARK = 170

const VALUES = {
  uyghur: '阿卜杜热西提·买买提',
  extensionB: '𠮷田',
  extensionA: '㛃㵑',
  zeros: '欧阳〇〇',
  newest: '𬭩𫟹𬺓',
  long: '买买提·阿不都·热合曼·吐尔逊·艾合买提',
  latin: 'Muhammad Abdul-Rahman',
  marks: '云溪市（清河区）“一站”、《办法》：20％；',
}

interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

const folder = mkdtempSync(join(tmpdir(), 'ink-'))
let browser: Browser
let page: Page
let picture: Picture
let words: Word[]

beforeAll(async () => {
  const file = join(folder, 'certificate.pdf')
  writeFileSync(file, await drawCertificate(certificateWith(VALUES)))
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-singlefile', file, join(folder, 'page')])
  picture = readPgm(readFileSync(join(folder, 'page.pgm')))
  words = readWords(execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }))
  browser = await chromium.launch({
    executablePath: BROWSERS.find((path) => existsSync(path)),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]),
  })
  page = await browser.newPage()
  await loadFonts(page)
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

describe('the ink of a printed certificate', () => {
  it.each(Object.values(VALUES))('of %s is that of the same words in a browser', async (value) => {
    const printed = wordsOf(value).reduce((sum, word) => sum + inkOf(word), 0)
    const expected = await inkInBrowser(value)
    expect(printed / expected).toBeGreaterThan(1 - ALLOWED)
    expect(printed / expected).toBeLessThan(1 + ALLOWED)
  })
})

/** The words of the page that make up a value, in order; a value may be broken into several. */
function wordsOf(value: string): Word[] {
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
function inkOf({ left, top, right, bottom }: Word): number {
  const scale = DPI / 72
  let ink = 0
  for (let y = Math.floor((top - MARGIN) * scale); y < (bottom + MARGIN) * scale; y++) {
    for (let x = Math.floor(left * scale); x < right * scale; x++) {
      ink += darkness(picture.grey[y * picture.width + x] ?? 255)
    }
  }
  return ink
}

function darkness(grey: number): number {
  return Math.max(0, DARK - grey) / DARK
}

async function loadFonts(target: Page): Promise<void> {
  const { resolve } = createRequire(import.meta.url)
  const files = {
    song: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    rare: resolve('hanamin/HanaMinB.CJK-Unified-Ideographs-Extension-B-03.woff2'),
  }
  await target.route('http://fonts.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    return route.fulfill({ path: name === 'song' ? files.song : files.rare })
  })
  await target.goto('http://fonts.test/')
  await target.evaluate(async () => {
    for (const name of ['song', 'rare']) {
      const face = new FontFace(name, `url(http://fonts.test/${name})`)
      document.fonts.add(await face.load())
    }
  })
}

async function inkInBrowser(text: string): Promise<number> {
  const size = (SIZE_PT * DPI) / 72
  return page.evaluate(
    ({ text, size, dark }) => {
      const canvas = document.createElement('canvas')
      canvas.width = 1200
      canvas.height = 100
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.fillStyle = '#1d1d1f'
      context.font = `${size}px song, rare`
      context.fillText(text, 20, 60)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let ink = 0
      for (let at = 0; at < data.length; at += 4) ink += Math.max(0, dark - (data[at] ?? 255)) / dark
      return ink
    },
    { text, size, dark: DARK },
  )
}

function readPgm(bytes: Buffer): Picture {
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
