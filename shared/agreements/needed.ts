import { elementOf, type Bundle } from '../catalog/bundle.ts'
import type { Participant } from '../catalog/documents.ts'
import { showValue } from '../elements/value.ts'
import type { FactRow, FactValue } from '../rules/condition.ts'
import { holds, type Facts } from '../rules/judge.ts'
import type { Lang, Text } from '../text.ts'
import { PRINCIPAL } from './principal.ts'

/** Somebody who must agree, as the application names them now. */
export interface NeededAgreement {
  /** Code of the participant. */
  role: string
  title: Text
  statement: Text
  name: string
  residentId: string
  /** What they may see of the application, and nothing else. */
  shown: { element: string; value: FactValue }[]
}

/**
 * Everybody who must agree under the facts as they are: the participants of the life event, one for each row where it
 * is a group, and the person concerned when somebody else fills the form in for them. The applicant agrees by sending.
 * @param filledForOther whether somebody else than the applicant fills it in
 */
export function neededAgreements(bundle: Bundle, facts: Facts, filledForOther: boolean): NeededAgreement[] {
  const participants = [...(bundle.lifeEvent.participants ?? []), ...(filledForOther ? [PRINCIPAL] : [])]
  const applicant = filledForOther ? undefined : facts('applicant.residentId')?.value
  const found = participants
    .filter(({ when }) => holds(when, facts))
    .flatMap((participant) => peopleOf(participant, bundle, facts))
    .filter(({ name, residentId }) => name !== '' && residentId !== '' && residentId !== applicant)
  return found.filter(
    (each, i) =>
      found.findIndex((other) => other.role === each.role && other.residentId === each.residentId) === i,
  )
}

function peopleOf(participant: Participant, bundle: Bundle, facts: Facts): NeededAgreement[] {
  const { code, title, statement } = participant
  return rowsOf(participant, facts).map((row) => {
    const valueOf = (element: string): FactValue | undefined => row?.[element] ?? facts(element)?.value
    return {
      role: code,
      title,
      statement,
      name: String(valueOf(participant.name) ?? ''),
      residentId: String(valueOf(participant.residentId) ?? ''),
      shown: seen(participant, bundle).flatMap((element) => {
        const value = valueOf(element)
        return value === undefined ? [] : [{ element, value }]
      }),
    }
  })
}

/** The rows of a group, or one person who is no row. */
function rowsOf({ each }: Participant, facts: Facts): readonly (FactRow | undefined)[] {
  if (each === undefined) return [undefined]
  const value = facts(each)?.value
  return Array.isArray(value) ? value.filter((row): row is FactRow => typeof row === 'object') : []
}

function seen({ code, sees }: Participant, bundle: Bundle): string[] {
  if (code !== PRINCIPAL.code) return sees
  return bundle.lifeEvent.pages.flatMap((page) => page.elements)
}

/** What somebody was shown, as they read it. */
export function readShown(
  bundle: Bundle,
  shown: readonly { element: string; value: FactValue }[],
  lang: Lang,
): { label: string; value: string }[] {
  return shown.map(({ element: code, value }) => {
    const element = elementOf(bundle, code)
    return { label: (element.recordLabel ?? element.label)[lang], value: showValue(element, value, lang) }
  })
}
