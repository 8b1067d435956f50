/** Longest title of a ticket, in characters, domain.md §5.4. */
const MAX_TITLE = 50

/** The title of a ticket: the first sentence of what the caller wrote, cut when it is long. */
export function titleOf(text: string): string {
  const sentence =
    text
      .trim()
      .split(/[。！？!?\n]|\.\s/u)[0]
      ?.trim() ?? ''
  const characters = [...(sentence || text.trim())]
  return characters.length <= MAX_TITLE
    ? characters.join('')
    : `${characters.slice(0, MAX_TITLE - 1).join('')}…`
}
