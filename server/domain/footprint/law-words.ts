import { ENTRUSTED, citationOf } from '#shared/exchange/law.ts'
import { say, type Lang, type Text } from '#shared/text.ts'
import { catalog, type Snapshot } from '../catalog/index.ts'

/** The rules that the catalogue knows, by their Chinese words: by these the log names what it was asked under. */
const known = new WeakMap<Snapshot, ReadonlyMap<string, Text>>()

/**
 * A rule in the reader's language. The log keeps its words as they were said; what the catalogue does not know by them
 * any more stays in them.
 */
export function sayLaw(words: string, lang: Lang): string {
  const snapshot = catalog()
  const rules = known.get(snapshot) ?? rulesOf(snapshot)
  known.set(snapshot, rules)
  const rule = rules.get(words)
  return rule ? say(rule, lang) : words
}

function rulesOf(snapshot: Snapshot): ReadonlyMap<string, Text> {
  const basis = snapshot.ever('item').flatMap((item) => item.basis)
  const cited = [...basis.map(({ law }) => citationOf({ law })), ...basis.map(citationOf), ENTRUSTED]
  return new Map(cited.map((rule) => [rule.zh, rule]))
}
