/** A run of Han characters, or a word of any other script. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u

/** English words that say nothing about what is looked for; nor does a single letter or digit. */
const EMPTY_WORDS = new Set('an and at by do for how in is it my of on or the to what where with'.split(' '))

/** Full-width letters become half-width, capitals small: the same text is written the same way. */
export function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * The tokens of a text, the same for both engines: words in lower case, Han runs as overlapping pairs (Chinese has
 * no spaces between words), a Han character that stands alone as itself. Each token once.
 */
export function tokensOf(text: string): string[] {
  const runs = normal(text).match(RUN) ?? []
  return [...new Set(runs.flatMap((run) => (HAN.test(run) ? pairsOf(run) : isEmpty(run) ? [] : [run])))]
}

function isEmpty(word: string): boolean {
  return word.length === 1 || EMPTY_WORDS.has(word)
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
