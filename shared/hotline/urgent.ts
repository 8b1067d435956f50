/**
 * The words in a text that point to danger for life or property, domain.md §5.3. Spaces inside the words of the text
 * do not hide them.
 */
export function urgentWordsIn(text: string, words: readonly string[]): string[] {
  const dense = text.replace(/\s+/g, '')
  return words.filter((word) => dense.includes(word))
}
