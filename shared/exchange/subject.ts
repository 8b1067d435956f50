import { kindNamed } from './numbers.ts'

/** Whom a question to a register is about, in the clear. In the log a person stands under a blind index. */
export interface Subject {
  kind: 'person' | 'organisation'
  /** Resident id or unified social credit code. */
  key: string
}

/**
 * Whom a question is about: the person or the organisation that the first of the resource's parameters names by a
 * number. Null when it names nobody, such as a question about a building.
 */
export function subjectOf(
  inputs: readonly string[],
  params: Readonly<Record<string, string>>,
): Subject | null {
  for (const name of inputs) {
    const key = params[name]
    const kind = kindNamed(name)
    if (key && kind) return { kind, key }
  }
  return null
}
