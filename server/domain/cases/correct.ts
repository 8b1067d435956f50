import { dayOf } from '#shared/calendar/day.ts'
import type { CaseContent, CaseFact } from '#shared/cases/content.ts'
import type { CorrectionView } from '#shared/cases/view.ts'
import { elementOf } from '#shared/catalog/bundle.ts'
import type { DataElement } from '#shared/elements/element.ts'
import { postedValue } from '#shared/elements/posted.ts'
import { takeValue } from '#shared/elements/value.ts'
import { signerOf } from '#shared/forms/facts.ts'
import { problemsOf, type Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { fieldsFor, isWithheld } from '../forms/index.ts'
import { moveWork, timelines, type TimelineEntry } from '../work/index.ts'
import { aboutOf } from './about.ts'
import { caseFacts, changeCase, loadCase, type LoadedCase } from './load.ts'
import { acceptOf } from './present-parts.ts'

/** What a correction asks for: just the fields and materials it names, with what was said. */
export async function correctionForm(look: Look, { no }: { no: string }): Promise<CorrectionView> {
  const loaded = await own(look, no)
  const { bundle, row } = loaded
  if (row.state !== 'correcting') throw new Refusal('not_found')
  const events = await timelines(
    look.tx,
    loaded.items.map((item) => item.id),
  )
  const asked = events.findLast(({ move }) => ASKS.includes(move))
  const facts = caseFacts(bundle, row.content, look.at)
  const reader = { actor: look.actor, personId: row.applicantId }
  const values = Object.fromEntries(
    row.content.correcting
      .filter((code) => !isWithheld(bundle, code, row.content.facts[code], facts, reader))
      .map((code) => [code, row.content.facts[code]?.value]),
  )
  return {
    no,
    title: say(bundle.lifeEvent.title, look.lang),
    note: whatIsAsked(loaded, events),
    askedAt: asked?.at ?? row.sentAt,
    fields: fieldsFor(bundle, row.content.correcting, values, look.lang),
    materials: (row.content.anew ?? []).flatMap(({ material: code, came }) => {
      const material = bundle.materials[code]
      return material ? [{ code, name: say(material.name, look.lang), accept: acceptOf(material), came }] : []
    }),
  }
}

/** The applicant puts right what was asked for, and nothing else; the items go back to the counter. */
export async function correctCase(
  act: Act,
  { no, ...typed }: { no: string } & Record<string, unknown>,
): Promise<{ no: string }> {
  const loaded = await own(act, no)
  const { row } = loaded
  if (row.state !== 'correcting') throw new Refusal('move_not_possible', { possible: [] })
  const facts = takeCorrections(loaded, typed, dayOf(act.at))
  for (const item of loaded.items) {
    const move = PUT_RIGHT[item.state]
    if (move) await moveWork(act, item, move, { data: { elements: row.content.correcting } })
  }
  const content = { ...row.content, facts, correcting: [], anew: [] }
  const about = aboutOf(loaded.bundle, content, act.at)
  await changeCase(act, row, { state: 'in-progress', content, about })
  return { no }
}

/** The move by which an item goes on once the applicant has put right what was asked, by its state. */
export const PUT_RIGHT: Readonly<Record<string, string>> = {
  correcting: 'correct',
  amending: 'amend',
  returned: 'resubmit',
}

/** The moves by which something is asked for. */
const ASKS = ['ask', 'askInReview', 'returnPreReview']

/** What was written by those who wait for something to be put right, each once. */
export function whatIsAsked({ items }: LoadedCase, events: readonly TimelineEntry[]): string {
  const open = items.filter(({ state }) => state in PUT_RIGHT)
  const notes = open.map(
    ({ id }) => events.findLast(({ workId, move }) => workId === id && ASKS.includes(move))?.note ?? '',
  )
  return [...new Set(notes.filter(Boolean))].join('\n')
}

async function own(act: Act | Look, no: string): Promise<LoadedCase> {
  const loaded = await loadCase(act, no)
  if (act.actor.kind !== 'person' || loaded.row.applicantId !== act.actor.id) throw new Refusal('not_found')
  return loaded
}

function takeCorrections(
  { bundle, row }: LoadedCase,
  typed: Record<string, unknown>,
  today: string,
): CaseContent['facts'] {
  const problems = (row.content.anew ?? []).flatMap(({ material, came }): Problem[] =>
    came ? [] : [{ field: material, code: 'file_missing' }],
  )
  const facts: Record<string, CaseFact> = { ...row.content.facts }
  for (const code of row.content.correcting) {
    const element = elementOf(bundle, code)
    // A file that was the answer stays; another one is asked for as a material.
    if (element.type === 'file' || element.type === 'photo') continue
    const { value, fault } = takeValue(element, postedValue(code, typed), true, {
      today,
      signer: signerIn(facts, element),
    })
    if (fault) problems.push(...problemsOf(code, fault))
    else if (value !== undefined) facts[code] = corrected(facts[code], value)
  }
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return facts
}

/** The name to sign with, as it stands in the case. */
function signerIn(facts: CaseContent['facts'], element: DataElement): string | undefined {
  const name = facts[signerOf(element)]?.value
  return typeof name === 'string' ? name : undefined
}

/** What a register had said stays beside what the person says now. */
function corrected(before: CaseFact | undefined, value: CaseFact['value']): CaseFact {
  const known =
    before?.differs ??
    (before && before.source.kind === 'exchange'
      ? { value: before.value, source: before.source, locked: false }
      : undefined)
  const differs = known && JSON.stringify(known.value) !== JSON.stringify(value) ? known : undefined
  return { value, source: { kind: 'person' }, ...(differs && { differs }) }
}
