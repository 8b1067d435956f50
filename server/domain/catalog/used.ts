/**
 * The documents among `candidates` that `roots` name anywhere, and those that they name in turn. Codes stand in
 * conditions, look-ups, layouts and outputs, as values and as keys; whatever shape is added later is found too.
 */
export function usedBy<T extends { code: string }>(roots: unknown, candidates: readonly T[]): T[] {
  const byCode = new Map(candidates.map((document) => [document.code, document]))
  const used = new Set<string>()
  function meet(word: string): void {
    const document = byCode.get(word)
    if (!document || used.has(word)) return
    used.add(word)
    walk(document)
  }
  function walk(value: unknown): void {
    if (typeof value === 'string') return meet(value)
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    for (const [key, each] of Object.entries(value)) {
      meet(key)
      walk(each)
    }
  }
  walk(roots)
  return candidates.filter(({ code }) => used.has(code))
}
