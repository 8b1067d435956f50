import type { Tx } from '#db'
import { systemActor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isReportOf, type ReportedValue } from '#shared/exchange/reported-value.ts'
import type { DraftContent } from '#shared/forms/draft.ts'
import { draftFacts } from '#shared/forms/facts.ts'
import { Refusal } from '#shared/refusal.ts'
import { bundleOf } from '../catalog/index.ts'
import { draftsThatAsked } from '../exchange/index.ts'
import { asking, perform } from '../perform.ts'
import { registeredValue } from './noticed.ts'
import { prefill } from './prefill.ts'
import { unlock } from './reported.ts'
import { openDraftRows, openRowsOf, updateContent, type DraftRow } from './store.ts'

/** What an objection says: `person` reported a field about `subject` wrong; `no` is its number. */
interface Reported extends ReportedValue {
  person: string
  no: string
}

/**
 * While a reported value is verified, open drafts of whoever reported it may say otherwise, with what they hand in
 * (domain.md §11.6): the value is unlocked and marked.
 */
export async function handleDispute(payload: Record<string, string>, at: number): Promise<void> {
  const report = reported(payload)
  await eachDraft(report, at, ofReporter(report), ({ content }, elements) => {
    for (const code of elements) unlock(content, code, report)
    return elements.length > 0
  })
}

/** The provider stands by the value: it holds again as it did before, which only what was locked has a mark of. */
export async function handleUndispute(payload: Record<string, string>, at: number): Promise<void> {
  const report = reported(payload)
  await eachDraft(report, at, ofReporter(report), ({ content }) => {
    const codes = disputedBy(report, content)
    for (const code of codes) lockAgain(content, code)
    settle(report, content)
    return codes.length > 0
  })
}

/**
 * The provider corrected the value: every open draft that used it looks anew, whoever reported it and whoever the draft
 * is for. Nothing that was typed is lost.
 */
export async function handleRefresh(payload: Record<string, string>, at: number): Promise<void> {
  const report = reported(payload)
  const using = async (tx: Tx) => openRowsOf(tx, await draftsThatAsked(tx, report.subject, report.resource))
  const again = await eachDraft(report, at, using, ({ content }) => {
    const keys = Object.keys(content.lookups).filter((key) => key.startsWith(`${report.resource}#`))
    settle(report, content)
    content.lookups = Object.fromEntries(
      Object.entries(content.lookups).filter(([key]) => !keys.includes(key)),
    )
    return keys.length > 0
  })
  for (const { id, content } of again)
    if (content.consentId)
      await prefill(asking(systemActor('forms'), at), id, content.consentId, { fresh: true })
}

function reported(payload: Record<string, string>): Reported {
  const { person = '', resource = '', field = '', subject = '', no = '' } = payload
  return { person, resource, field, subject, no }
}

function lockAgain(content: DraftContent, code: string): void {
  const known = content.knowns[code]
  if (known?.mark) content.knowns = { ...content.knowns, [code]: { ...known, locked: true } }
}

function disputedBy({ no }: Reported, { disputed = {} }: DraftContent): string[] {
  return Object.keys(disputed).filter((code) => disputed[code] === no)
}

function settle({ no }: Reported, content: DraftContent): void {
  const left = Object.entries(content.disputed ?? {}).filter(([, each]) => each !== no)
  content.disputed = Object.fromEntries(left)
}

type Changing = Pick<DraftRow, 'id' | 'content'> & { bundle: Bundle }

type Drafts = (tx: Tx) => Promise<DraftRow[]>

function ofReporter({ person }: Reported): Drafts {
  return (tx) => openDraftRows(tx, person)
}

/**
 * Changes open drafts; answers those that were changed.
 * @param drafts finds them
 * @param change is told the elements that the reported field fills in the draft, and says whether it changed anything
 */
async function eachDraft(
  report: Reported,
  at: number,
  drafts: Drafts,
  change: (draft: Changing, elements: string[]) => boolean,
): Promise<DraftRow[]> {
  return perform(asking(systemActor('forms'), at), async (act) => {
    const changed: DraftRow[] = []
    for (const row of await drafts(act.tx)) {
      const draft = { id: row.id, content: row.content, bundle: await bundleOf(act.tx, row.bundleId) }
      if (!change(draft, elementsIn(draft, report, at))) continue
      if (!(await updateContent(act.tx, row, at))) throw new Refusal('changed_meanwhile')
      changed.push(row)
    }
    return changed
  })
}

function elementsIn({ content, bundle }: Changing, report: Reported, at: number): string[] {
  const facts = draftFacts(bundle, content, dayOf(at))
  return Object.entries(content.knowns).flatMap(([code, known]) => {
    if (known.source.kind !== 'exchange') return []
    const value = registeredValue(bundle, code, known, facts, 'zh')
    return value && isReportOf(report, value) ? [code] : []
  })
}
