/** Answers as typed, by the codes of their elements. */
export type TypedAnswers = Readonly<Record<string, string | string[]>>

/** The answers as names and values of a form or an address; nothing ticked is an empty text. */
export function pairsOf(answers: TypedAnswers): { name: string; value: string }[] {
  return Object.entries(answers).flatMap(([name, value]) => {
    const values = [value].flat()
    return values.length === 0 ? [{ name, value: '' }] : values.map((each) => ({ name, value: each }))
  })
}

/** The answers as the query of an address, with its question mark; empty when there are none. */
export function queryOf(answers: TypedAnswers, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(
    [...pairsOf(answers), ...pairsOf(more)].map(({ name, value }): [string, string] => [name, value]),
  ).toString()
  return query && `?${query}`
}
