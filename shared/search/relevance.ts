import { phraseOf, subjectOf } from './query.ts'
import { tokensOf } from './tokens.ts'

export type FoundKind = 'lifeEvent' | 'item' | 'policy'

/** What relevance is judged on. The first names are the document's own; the rest, other words for it. */
export interface Findable {
  kind: FoundKind
  names: readonly string[]
  /** How many of the names are the document's own, by which it may be abbreviated. */
  ownNames: number
  text: string
}

/** Whoever names what happened to them wants the life event; it has the items within. */
const KIND_WEIGHT = { lifeEvent: 1.3, item: 1, policy: 1 } as const satisfies Record<FoundKind, number>

/** A word in a name says more than one in the text. */
const IN_TEXT = 0.4

/** Below this share of the asked words, a document is not about what was asked. */
const LEAST_COVERED = 0.5

/** How well a document answers a query; 0 when it does not. */
export function relevance(query: string, document: Findable): number {
  const subject = subjectOf(query)
  const phrase = phraseOf(subject)
  const naming = Math.max(
    0,
    ...document.names.map((name, place) => nameFit(phrase, name, place < document.ownNames)),
  )
  const inNames = new Set(document.names.flatMap(tokensOf))
  const inText = new Set(tokensOf(document.text))
  const asked = tokensOf(subject)
  const known = asked.filter((token) => inNames.has(token) || inText.has(token))
  if (naming === 0 && known.length < LEAST_COVERED * Math.max(1, asked.length)) return 0
  const covered =
    known.reduce((sum, token) => sum + (inNames.has(token) ? 1 : IN_TEXT), 0) / Math.max(1, asked.length)
  return (naming + covered) * KIND_WEIGHT[document.kind]
}

/** How near a phrase comes to a name: is it, abbreviates it, has it within, is part of it. */
function nameFit(phrase: string, name: string, own: boolean): number {
  const other = phraseOf(name)
  if (phrase === '' || other === '') return 0
  if (phrase === other) return 10
  if (own && abbreviates(phrase, other)) return 8
  if (isWithin(other, phrase)) return 6
  return isWithin(phrase, other) ? 2 + (3 * phrase.length) / other.length : 0
}

/** 社保卡 for 社会保障卡申领: the same first character, the others in order but not all side by side. */
function abbreviates(short: string, name: string): boolean {
  if (!/^\p{Script=Han}{2,6}$/u.test(short) || short[0] !== name[0] || name.includes(short)) return false
  let from = 0
  for (const character of short) {
    const at = name.indexOf(character, from)
    if (at < 0) return false
    from = at + character.length
  }
  return true
}

function isWithin(part: string, whole: string): boolean {
  return /\p{Script=Han}/u.test(part) ? whole.includes(part) : ` ${whole} `.includes(` ${part} `)
}
