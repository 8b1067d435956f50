import type { Reader } from '#db'
import { personOfAgent } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isReportOf, type ReportedValue } from '#shared/exchange/reported-value.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import type { Act } from '../act.ts'
import { registeredValue } from './noticed.ts'
import { draftHead } from './store.ts'

/** A report that a registered value is wrong, while it is verified. */
export interface OpenReport extends ReportedValue {
  /** Number of the objection. */
  no: string
}

/** What a person reported that is still being verified. */
export type ReadReports = (reader: Reader, personId: string) => Promise<readonly OpenReport[]>

let readReports: ReadReports = async () => []

/** Lets drafts know of reports, which stand beside them; called once when the product starts. */
export function useReports(read: ReadReports): void {
  readReports = read
}

/** What whoever a draft is for, and whoever fills it in for them, reported and is still being verified. */
export async function openReports({ tx }: Pick<Act, 'tx'>, draft: string): Promise<OpenReport[]> {
  const { personId = '', agent = '' } = (await draftHead(tx, draft)) ?? {}
  const people = [personId, personOfAgent(agent)].filter(Boolean)
  return (await Promise.all(people.map((person) => readReports(tx, person)))).flat()
}

/**
 * What is reported wrong may be said otherwise while it is verified (domain.md §11.6), also in a draft that was begun
 * after the report: the value is unlocked, and noted as reported. What came has its mark already.
 */
export function unlockReported(
  bundle: Bundle,
  content: DraftContent,
  reports: readonly OpenReport[],
  at: number,
): void {
  if (reports.length === 0) return
  const facts = draftFacts(bundle, content, dayOf(at))
  for (const [code, known] of Object.entries(content.knowns)) {
    if (known.source.kind !== 'exchange') continue
    const value = registeredValue(bundle, code, known, facts, 'zh')
    const report = value && reports.find((each) => isReportOf(each, value))
    if (!report) continue
    unlock(content, code, report)
  }
}

/** Unlocks a value that is reported wrong. Its mark stays, by which it is locked again should the value stand. */
export function unlock(content: DraftContent, code: string, { no }: Pick<OpenReport, 'no'>): void {
  const known = content.knowns[code]
  if (known) content.knowns = { ...content.knowns, [code]: { ...known, locked: false } }
  content.disputed = { ...content.disputed, [code]: no }
}
