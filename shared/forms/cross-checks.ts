import type { CrossCheck, LifeEvent } from '../catalog/documents.ts'
import { fault, type Problem } from '../problem.ts'
import { verdictOf, type Facts } from '../rules/judge.ts'
import { say, type Lang } from '../text.ts'

/** The checks across fields that what is known refutes; what is not known yet refutes nothing. */
export function refutedChecks({ checks = [] }: Pick<LifeEvent, 'checks'>, facts: Facts): CrossCheck[] {
  return checks.filter(({ rule }) => verdictOf(rule, facts) === 'no')
}

/** Their problems, beside those of their fields that a page shows. */
export function crossProblems(
  refuted: readonly CrossCheck[],
  shown: ReadonlySet<string>,
  lang: Lang,
): Problem[] {
  return refuted.flatMap(({ fields, message }) =>
    fields
      .filter((field) => shown.has(field))
      .map((field) => ({ field, ...fault('cross_check', { text: say(message, lang) }) })),
  )
}
