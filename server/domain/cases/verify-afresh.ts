import { decisiveQuestions, type AfreshFact, type DecisiveQuestion } from '#shared/cases/afresh.ts'
import { isAboutApplicant, lawOf, ownNumbers, subjectOfApplication } from '#shared/exchange/about-whom.ts'
import { fieldsWanted } from '#shared/exchange/only.ts'
import { lookUp, type Ground, type Matter } from '../exchange/index.ts'
import type { Act } from '../act.ts'
import type { Asking } from '../perform.ts'
import type { WorkRow } from '../work/index.ts'
import { compareAfresh, isSame } from './compare-afresh.ts'
import { caseFacts, changeCase, type LoadedCase } from './load.ts'

/** Facts of a case by element, as registers have them now. */
export type Afresh = Record<string, AfreshFact>

/** What look-ups within a case are made for: those of its items that whoever asks has in their hands, and no other. */
export function matterOf({ row, bundle }: LoadedCase, items: readonly string[], at: number): Matter {
  const subject = subjectOfApplication(caseFacts(bundle, row.content, at))
  return { kind: 'case', id: row.id, no: row.no, items, ...(subject && { subject }) }
}

/** The ground of a look-up within a case; none about an applicant who did not agree. */
export function groundIn(
  { row, bundle }: LoadedCase,
  plan: DecisiveQuestion['plan'],
  at: number,
): Ground | null {
  const facts = caseFacts(bundle, row.content, at)
  if (!isAboutApplicant(bundle, plan, facts, ownNumbers(facts)))
    return { kind: 'law', words: lawOf(bundle, plan).zh }
  return row.content.consentId === null ? null : { kind: 'consent', id: row.content.consentId }
}

/**
 * Looks the facts that decide an item up once more, never from what was kept, and compares them with those of the
 * case. Must not be called within a transaction.
 */
export async function verifyAfresh(who: Asking, loaded: LoadedCase, item: WorkRow): Promise<Afresh> {
  const { row, bundle } = loaded
  const facts = caseFacts(bundle, row.content, who.at)
  const asked = decisiveQuestions(bundle, item.topic, facts).flatMap((question) => {
    const ground = groundIn(loaded, question.plan, who.at)
    return ground ? [{ ...question, ground }] : []
  })
  const answers = await lookUp(
    who,
    matterOf(loaded, [item.topic], who.at),
    asked.map(({ plan, key, params, elements, ground }, i) => ({
      key: String(i),
      resource: plan.resource,
      params,
      // A row that was picked among several is found again by all that is known of it.
      wants: fieldsWanted(plan, row.content.picked?.includes(key) ? Object.keys(plan.gives) : elements),
      // What was recent when it was sent was so then.
      chosen: { ...(plan.only && { only: plan.only }) },
      ground,
      fresh: true,
    })),
  )
  return Object.assign({}, ...asked.map((question, i) => compareAfresh(loaded, question, answers[i], who.at)))
}

/** What speaks against a decision on what the case holds. */
export function doubtsIn(afresh: Afresh): string[] {
  return Object.keys(afresh).filter((code) => afresh[code]?.outcome !== 'same')
}

/** Whether the case says already what was found, so that whoever reads it has seen it. */
export function isTold({ row }: LoadedCase, afresh: Afresh): boolean {
  return doubtsIn(afresh).every((code) => {
    const told = row.content.afresh?.[code]
    return told?.outcome === afresh[code]?.outcome && isSame(told?.value, afresh[code]?.value)
  })
}

/** Keeps what was found beside the facts of the case. */
export async function keepAfresh(act: Act, { row }: LoadedCase, afresh: Afresh): Promise<void> {
  const content = { ...row.content, afresh: { ...row.content.afresh, ...afresh } }
  await changeCase(act, row, { content })
}
