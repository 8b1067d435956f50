/** A character or a class of them, perhaps in brackets as a group, with how often it stands. */
const PART = /(\\d|\[[^\]]+\]|\([^)]*\)|[^\\[\](){}?*+])(\{(\d+)\}|\?)?/g

/** A text that a simple pattern takes: characters, classes, `\d`, `{n}`, and what may be left out is. */
export function sampleOfPattern(pattern: string): string {
  const sample = [...pattern.matchAll(PART)]
    .map(([, part = '', times = '', count = '1']) => (times === '?' ? '' : first(part).repeat(Number(count))))
    .join('')
  if (!new RegExp(`^(?:${pattern})$`, 'u').test(sample))
    throw new Error(`no sample for the pattern ${pattern}`)
  return sample
}

function first(part: string): string {
  if (part === '\\d') return '1'
  if (!part.startsWith('[')) return part
  return part.startsWith('[\\d') ? '1' : part.charAt(1)
}
