import { say, type Lang, type Text } from '../text.ts'
import type { LoadView } from './views.ts'

/** Sizes of the picture, in its own units. */
const WIDTH = 960
const NAMES = 220
const NUMBERS = 70
const ROW = 30
const BAR = 16
const TOP = 44

/** The parts of a bar with their colours (assets/css/tokens.css): a picture of its own knows no style sheet. */
const PARTS = [
  { part: 'inTime', colour: '#1f3a6e', words: { zh: '正常', en: 'In time' } },
  { part: 'atRisk', colour: '#c98a1b', words: { zh: '临期', en: 'At risk' } },
  { part: 'overdue', colour: '#b8321f', words: { zh: '逾期', en: 'Overdue' } },
] as const satisfies readonly { part: string; colour: string; words: Text }[]

type Loaded = Pick<LoadView, 'name' | 'unit' | 'open' | 'atRisk' | 'overdue'>

/**
 * Open work as a bar for each department or person, in parts: in time, at risk, overdue. An SVG of its own; the same
 * numbers stand in a table beside it.
 */
export function workloadChart(loads: readonly Loaded[], title: string, lang: Lang): string {
  const most = Math.max(1, ...loads.map(({ open }) => open))
  const height = TOP + loads.length * ROW + 8
  const rows = loads.map((load, i) => rowOf(load, TOP + i * ROW, most))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" font-size="14">`,
    `<title>${escaped(title)}</title>`,
    ...legend(lang),
    ...rows,
    '</svg>',
  ].join('')
}

function legend(lang: Lang): string[] {
  return PARTS.map(({ colour, words }, i) => {
    const x = NAMES + i * 120
    return `<rect x="${x}" y="12" width="14" height="14" fill="${colour}"/><text x="${x + 20}" y="24" fill="#55534e">${escaped(say(words, lang))}</text>`
  })
}

function rowOf({ name, unit, open, atRisk, overdue }: Loaded, y: number, most: number): string {
  const scale = (WIDTH - NAMES - NUMBERS) / most
  const counts = { inTime: Math.max(0, open - atRisk - overdue), atRisk, overdue }
  let x = NAMES
  const bars = PARTS.map(({ part, colour }) => {
    const width = round(counts[part] * scale)
    const bar =
      width > 0 ? `<rect x="${round(x)}" y="${y}" width="${width}" height="${BAR}" fill="${colour}"/>` : ''
    x += width
    return bar
  })
  const label = unit === '' ? name : `${name} · ${unit}`
  return [
    `<text x="${NAMES - 12}" y="${y + BAR - 3}" text-anchor="end" fill="#1d1d1f">${escaped(label)}</text>`,
    ...bars,
    `<text x="${round(x) + 8}" y="${y + BAR - 3}" fill="#55534e">${open}</text>`,
  ].join('')
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
