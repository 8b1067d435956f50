import type { Lang } from '../text.ts'
import { FINDING_WORDS } from './finding-words.ts'

/** Whoever says more is asked first: “is no list; …” would fit “is *; …” as well. */
const PATTERNS = FINDING_WORDS.toSorted(([a], [b]) => spoken(b) - spoken(a)).map(([en, zh]) => ({
  pattern: new RegExp(`^${en.split('*').map(escaped).join('(.*?)')}$`, 'su'),
  zh: zh.split('*'),
}))

/** What a check says, in a language; as it says it where nobody has put it into Chinese. */
export function sayFinding(what: string, lang: Lang): string {
  if (lang === 'en') return what
  for (const { pattern, zh } of PATTERNS) {
    const found = pattern.exec(what)
    if (found) return zh.map((words, i) => words + (found[i + 1] ?? '')).join('')
  }
  return what
}

/** How much of a pattern is said, and not filled in. */
function spoken(en: string): number {
  return en.replaceAll('*', '').length
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
