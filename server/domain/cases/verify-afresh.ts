import { dayOf } from '#shared/calendar/day.ts'
import { decisiveQuestions, type AfreshFact, type DecisiveQuestion } from '#shared/cases/afresh.ts'
import { isAboutApplicant, lawOf, ownNumbers, subjectOfApplication } from '#shared/exchange/about-whom.ts'
import { takeRow, type TakenRow } from '#shared/forms/take-row.ts'
import { lookUp, type Ground, type LookupAnswer, type Matter } from '../exchange/index.ts'
import type { Act } from '../act.ts'
import type { Asking } from '../perform.ts'
import type { WorkRow } from '../work/index.ts'
import { caseFacts, changeCase, type LoadedCase } from './load.ts'

/** Facts of a case by element, as registers have them now. */
export type Afresh = Record<string, AfreshFact>

/** What look-ups within a case are made for: first for one of its items, then for the others. */
export function matterOf({ row, bundle, items }: LoadedCase, first: string, at: number): Matter {
  const subject = subjectOfApplication(caseFacts(bundle, row.content, at))
  const codes = [...new Set([first, ...items.map(({ topic }) => topic)])]
  return { kind: 'case', id: row.id, no: row.no, items: codes, ...(subject && { subject }) }
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
    matterOf(loaded, item.topic, who.at),
    asked.map(({ plan, params, elements, ground }, i) => ({
      key: String(i),
      resource: plan.resource,
      params,
      wants: [...new Set(elements.flatMap((code) => plan.gives[code] ?? []))],
      ground,
      fresh: true,
    })),
  )
  return Object.assign({}, ...asked.map((question, i) => compare(loaded, question, answers[i], who.at)))
}

function compare(
  { row, bundle }: LoadedCase,
  { plan, elements }: DecisiveQuestion,
  answer: LookupAnswer | undefined,
  at: number,
): Afresh {
  const [found] = answer?.outcome === 'found' ? answer.rows : []
  const today = dayOf(at)
  const knowns: TakenRow['knowns'] = found ? takeRow(bundle, plan, found, { at, today }).knowns : {}
  const of = (code: string): AfreshFact => {
    const said = { resource: plan.resource, at, value: null }
    const fact = row.content.facts[code]
    const known = knowns[code]
    // What was said by nobody but the person, or decided here, no register has to confirm.
    if (!known && fact?.source.kind !== 'exchange') return { ...said, outcome: 'same' }
    if (!answer || answer.outcome === 'unavailable' || answer.outcome === 'refused')
      return { ...said, outcome: 'silent' }
    if (!known) return { ...said, outcome: 'gone' }
    // A difference that is flagged already is read already.
    if ([fact?.value, fact?.differs?.value].some((value) => isSame(known.value, value)))
      return { ...said, outcome: 'same' }
    return { ...said, outcome: 'differs', value: known.value }
  }
  return Object.fromEntries(elements.map((code) => [code, of(code)]))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
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
