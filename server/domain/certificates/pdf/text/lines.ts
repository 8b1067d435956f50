import { hangs, NOT_AT_END, NOT_AT_START } from './punctuation.ts'

// Widths are sums of fractions: a text as wide as its line must not be turned by the last decimal.
const TOLERANCE = 0.01

/** Measures a text in points. */
export type Measure = (text: string) => number

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d'’_@#&+=.,:/%-]/u

/**
 * Breaks a paragraph into lines no wider than `width` points; the first has `indent` less. Chinese breaks
 * anywhere but before closing marks and after opening ones; Latin words and numbers stay whole unless one is
 * wider than a line. A closing mark's blank half may hang over the end.
 */
export function breakLines(text: string, width: number, measure: Measure, indent = 0): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let filled = 0
    for (const atom of atomsOf(paragraph, (atom) => measure(atom) <= width)) {
      const room = width - (lines.length === 0 ? indent : 0)
      const atomWidth = measure(atom)
      if (line !== '' && filled + atomWidth - hanging(atom, measure) > room + TOLERANCE) {
        lines.push(line.trimEnd())
        line = ''
        filled = 0
      }
      if (line === '' && atom.trim() === '') continue
      line += atom
      filled += atomWidth
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Half the width of a last mark whose right half is blank; 0 for others and for spaces. */
function hanging(atom: string, measure: Measure): number {
  if (atom.trim() === '') return measure(atom)
  const last = [...atom.trimEnd()].at(-1) ?? ''
  return hangs(last) ? measure(last) / 2 : 0
}

/** The pieces of a text between which a line may end. */
function atomsOf(text: string, fits: (atom: string) => boolean): string[] {
  const atoms: string[] = []
  let before = ''
  for (const character of text) {
    const atom = atoms.at(-1)
    if (atom !== undefined && staysTogether(before, character)) {
      if (fits(atom + character)) atoms[atoms.length - 1] = atom + character
      else splitTooWide(atoms, atom, character)
    } else {
      atoms.push(character)
    }
    before = character
  }
  return atoms
}

function staysTogether(left: string, right: string): boolean {
  if (left === ' ' || right === ' ') return false
  if (NOT_AT_START.has(right) || NOT_AT_END.has(left)) return true
  return WORD.test(left) && WORD.test(right)
}

/** A word wider than a line ends where the line does; a mark that may not lead takes a character with it. */
function splitTooWide(atoms: string[], atom: string, character: string): void {
  const characters = [...atom]
  const last = characters.at(-1)
  if (characters.length < 2 || last === undefined || !NOT_AT_START.has(character)) {
    atoms.push(character)
    return
  }
  atoms[atoms.length - 1] = characters.slice(0, -1).join('')
  atoms.push(last + character)
}
