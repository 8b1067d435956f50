import type { Opinion } from '#shared/cases/opinion.ts'
import type { OpinionView } from '#shared/cases/desk-view.ts'

let opinions: readonly Opinion[] = []

/** Gives the process the city's templates of opinions. */
export function useOpinions(given: readonly Opinion[]): void {
  opinions = given
}

/** The templates for an item: its own first, then those for all. */
export function opinionsFor(item: string): OpinionView[] {
  const own = opinions.filter(({ items }) => items?.includes(item))
  const general = opinions.filter(({ items }) => items === undefined)
  return [...own, ...general].map(({ decision, text }) => ({ decision, text }))
}
