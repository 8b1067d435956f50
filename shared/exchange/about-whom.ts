import type { Bundle } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/life-event.ts'
import type { Fact, Facts } from '../rules/judge.ts'
import type { Text } from '../text.ts'
import { citationOf } from './law.ts'
import { subjectOf, type Subject } from './subject.ts'

/** The elements by which an account says for whom an application is. */
const OWN_NUMBERS = ['applicant.residentId', 'enterprise.creditCode'] as const

/** Numbers of the applicant, and of the enterprise they act for, as their account gives them. */
export function ownNumbers(known: (code: string) => Fact | undefined): ReadonlySet<string> {
  const given = OWN_NUMBERS.map(known).filter((fact) => fact?.source.kind === 'account')
  return new Set(given.map((fact) => String(fact?.value)))
}

/** Whom an application is about, for questions that name nobody: the enterprise, or the applicant. */
export function subjectOfApplication(facts: Facts): Subject | undefined {
  const [residentId, creditCode] = OWN_NUMBERS.map((code) => facts(code))
  if (creditCode?.source.kind === 'account') return { kind: 'organisation', key: String(creditCode.value) }
  return residentId && { kind: 'person', key: String(residentId.value) }
}

/**
 * Whether a question is about the applicant or the enterprise they act for, so that their consent is its ground. What
 * it asks with may not be known yet: then it will be about somebody else.
 */
export function isAboutApplicant(
  { resources }: Pick<Bundle, 'resources'>,
  { resource, ask }: LookupPlan,
  facts: Facts,
  own: ReadonlySet<string>,
): boolean {
  const params = Object.fromEntries(
    Object.entries(ask).map(([name, element]) => [name, String(facts(element)?.value ?? element)]),
  )
  const subject = subjectOf(resources[resource]?.inputs ?? [], params)
  return !subject || own.has(subject.key)
}

/** The rule that lets others be asked about: that of the item which needs what the register says. */
export function lawOf(
  { items, lifeEvent }: Pick<Bundle, 'items' | 'lifeEvent'>,
  { gives }: LookupPlan,
): Text {
  const inOrder = lifeEvent.items.flatMap(({ item }) => items[item] ?? [])
  const needing = inOrder.find(({ needs }) => needs.some(({ element }) => element in gives))
  const basis = (needing ?? inOrder[0])?.basis[0]
  return basis ? citationOf(basis) : { zh: '', en: '' }
}
