import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../assets/css/tokens.css', import.meta.url), 'utf8')

/** The colours set by the rule with this selector. */
function colours(selector: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  )
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const usual = colours(':root')
const modes = { usual, elder: { ...usual, ...colours("html[data-mode='elder']") } }
const grounds = ['paper', 'paper-2', 'sheet', 'accent-tint', 'seal-tint', 'ok-tint', 'warn-tint']
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-2', 'seal', 'ok', 'warn']

describe.each(Object.entries(modes))('colours, %s', (_mode, colour) => {
  function of(name: string): string {
    const value = colour[name]
    if (!value) throw new Error(`tokens.css has no --${name}`)
    return value
  }

  it.each(texts)('text in %s can be read on every ground', (text) => {
    for (const ground of grounds)
      expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('white words can be read on every button', () => {
    for (const fill of ['accent', 'accent-2'])
      expect(contrast('#ffffff', of(fill)), fill).toBeGreaterThanOrEqual(4.5)
  })

  it('the borders of inputs can be seen on every ground', () => {
    for (const border of ['edge', 'seal', 'accent-2'])
      for (const ground of grounds)
        expect(contrast(of(border), of(ground)), `${border} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})
