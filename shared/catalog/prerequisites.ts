import type { Prerequisite } from './documents.ts'

/** The items of one prerequisite: any of them fulfils it. */
export function alternativesOf(prerequisite: Prerequisite): readonly string[] {
  return typeof prerequisite === 'string' ? [prerequisite] : prerequisite.anyOf
}

/** Every item that prerequisites name. */
export function codesIn(prerequisites: readonly Prerequisite[]): string[] {
  return prerequisites.flatMap(alternativesOf)
}
