const FULL: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/** Han characters and the full-width punctuation that stands among them. */
const HAN = /[\p{Script=Han}\u3001-\u3003\u3008-\u3011\u201C\u201D\uFF01-\uFF0F\uFF1A-\uFF1F]/u

/** A placeholder such as `{count}` stands for words, so it counts as Han within a Chinese text. */
const PLACEHOLDER = /\{[A-Za-z][\w.]*\}/g
const STAND_IN = '\uE000'

function isHan(character: string | undefined): boolean {
  return character !== undefined && (character === STAND_IN || HAN.test(character))
}

/** The next character from `start` in a direction that is not a space. */
function neighbour(characters: string[], start: number, step: 1 | -1): string | undefined {
  let index = start + step
  while (characters[index] === ' ') index += step
  return characters[index]
}

/** The index of the bracket that closes the one at `open`, or -1. */
function closing(characters: string[], open: number): number {
  let depth = 0
  for (let index = open; index < characters.length; index += 1) {
    if (characters[index] === '(') depth += 1
    if (characters[index] === ')') depth -= 1
    if (depth === 0) return index
  }
  return -1
}

function faulty(characters: string[]): Set<number> {
  const found = new Set<number>()
  characters.forEach((character, index) => {
    if (!(character in FULL)) return
    if (isHan(neighbour(characters, index, -1)) || isHan(neighbour(characters, index, 1))) found.add(index)
  })
  characters.forEach((character, open) => {
    const close = character === '(' ? closing(characters, open) : -1
    if (close === -1 || !(found.has(open) || found.has(close))) return
    found.add(open)
    found.add(close)
  })
  return found
}

/**
 * A Chinese text with half-width `,:;?!()` beside Han characters turned into full-width ones; brackets in pairs.
 * Spaces around them go, since full-width marks bring their own. A text without such marks comes back unchanged.
 */
export function mendPunctuation(text: string): string {
  const placeholders = text.match(PLACEHOLDER) ?? []
  const hasHan = /\p{Script=Han}/u.test(text)
  const characters = [...(hasHan ? text.replace(PLACEHOLDER, STAND_IN) : text)]
  const found = faulty(characters)
  if (found.size === 0) return text
  const kept = characters.map((character, index) => {
    if (found.has(index)) return FULL[character] ?? character
    if (character === ' ' && bordersMended(characters, found, index)) return ''
    return character
  })
  let next = 0
  return kept.map((character) => (character === STAND_IN ? (placeholders[next++] ?? '') : character)).join('')
}

function bordersMended(characters: string[], found: Set<number>, index: number): boolean {
  return [1, -1].some((step) => {
    let at = index
    while (characters[at] === ' ') at += step
    return found.has(at)
  })
}

/** The first place where half-width punctuation stands beside a Han character, with its surroundings; or null. */
export function halfWidthPunctuation(text: string): string | null {
  const mended = mendPunctuation(text)
  if (mended === text) return null
  const before = [...text]
  const after = [...mended]
  const at = before.findIndex((character, index) => character !== after[index])
  return before.slice(Math.max(0, at - 6), at + 7).join('')
}
