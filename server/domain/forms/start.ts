import { dayOf } from '#shared/calendar/day.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { takeValue } from '#shared/elements/value.ts'
import { factsOfAccount } from '#shared/forms/account.ts'
import { emptyDraft, type DraftContent } from '#shared/forms/draft.ts'
import { inferAnew } from '#shared/forms/infer.ts'
import { newId } from '#shared/id.ts'
import type { Act } from '../act.ts'
import { alwaysIn, bundleOf, catalog, currentBundle, requireOffered } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { knownsFromEarlier } from './earlier.ts'
import { changeDraft, walk } from './load.ts'
import { mayPromise } from './promises.ts'
import { decideAnew } from './revoked.ts'
import { insertDraft, openDraftRows, type DraftRow } from './store.ts'
import { resolveWhom, type Whom } from './whom.ts'

interface Start {
  lifeEvent: string
  /** Never goes on with an open draft. */
  fresh?: boolean
  /** `person:<id>` or `organisation:<id>`; nothing for oneself. */
  for?: string
  /** The person present at a counter. */
  name?: string
  residentId?: string
}

/**
 * Starts a draft of a life event, or goes on with the one that is open for the same person or enterprise. Answers to
 * its questions that were given before, when trying it out, are taken over.
 */
export async function startDraft(
  act: Act,
  {
    lifeEvent,
    fresh,
    for: chosen = '',
    name = '',
    residentId = '',
    ...given
  }: Start & Record<string, unknown>,
): Promise<{ draft: string; next: string }> {
  const bundle = await currentBundle(act.tx, lifeEvent)
  const whom = await resolveWhom(act, bundle, chosen, { name, residentId })
  const open = fresh ? undefined : await openFor(act, lifeEvent, whom)
  if (open) return goOn(act, open, given)
  await requireOffered(bundle, alwaysIn(bundle), act)
  const row: DraftRow = {
    id: newId(act.at),
    personId: whom.person.id,
    agent: whom.agent,
    organisationId: whom.organisation?.id ?? '',
    lifeEvent,
    bundleId: bundle.id,
    content: await contentOf(act, bundle, whom, given),
    state: 'open',
    caseNo: null,
    createdAt: act.at,
    updatedAt: act.at,
    version: 1,
  }
  await insertDraft(act.tx, row)
  await tellBegun(act, row, bundle)
  act.note({
    verb: 'forms.start',
    subjectKind: 'draft',
    subjectId: row.id,
    detail: { lifeEvent, agent: whom.agent },
  })
  return { draft: row.id, next: walk({ row, bundle }, act.at).next.code }
}

/** Whoever staff begin an application for hears of it, in their own account, where they can see and stop it. */
async function tellBegun(act: Act, row: DraftRow, { lifeEvent }: Bundle): Promise<void> {
  if (act.actor.kind !== 'staff') return
  const unit = act.actor.units[0] ?? ''
  const department = catalog().find('department', unit)?.name ?? { zh: '一站', en: 'Yizhan' }
  const params = { name: lifeEvent.title, department }
  await tell(act, row.personId, 'draft_begun', `draft_begun ${row.id}`, params, `/apply/${row.id}/consent`)
}

/** Goes on with an open draft. What was just answered when trying it out counts, as any later answer would. */
async function goOn(
  act: Act,
  open: DraftRow,
  given: Record<string, unknown>,
): Promise<{ draft: string; next: string }> {
  const bundle = await bundleOf(act.tx, open.bundleId)
  if (!bundle.lifeEvent.situations.some(({ element }) => element in given))
    return { draft: open.id, next: walk({ row: open, bundle }, act.at).next.code }
  const { draft } = await changeDraft(act, open.id, ({ row: { content }, bundle: current }) => {
    const answered = () =>
      JSON.stringify(current.lifeEvent.situations.map(({ element }) => content.answers[element]))
    const before = answered()
    withAnswers(content, current, given, dayOf(act.at))
    if (answered() !== before) decideAnew(current, content, act.at)
  })
  act.note({ verb: 'forms.save', subjectKind: 'draft', subjectId: open.id, detail: { step: 'situations' } })
  return { draft: open.id, next: walk(draft, act.at).next.code }
}

async function contentOf(
  act: Act,
  bundle: Bundle,
  whom: Whom,
  given: Record<string, unknown>,
): Promise<DraftContent> {
  const content = withAccount(emptyDraft(), whom, act.at)
  const earlier = await knownsFromEarlier(act, bundle, whom.person.id)
  content.knowns = { ...earlier, ...content.knowns }
  if (!(await mayPromise(act, { personId: whom.person.id, organisationId: whom.organisation?.id ?? '' })))
    content.promiseHeld = true
  withAnswers(content, bundle, given, dayOf(act.at))
  inferAnew(bundle, content, dayOf(act.at))
  return content
}

async function openFor(act: Act, lifeEvent: string, { person, agent, organisation }: Whom) {
  const rows = await openDraftRows(act.tx, person.id)
  return rows.find(
    (row) =>
      row.lifeEvent === lifeEvent && row.agent === agent && row.organisationId === (organisation?.id ?? ''),
  )
}

/** What the account has proven is known from the start. */
function withAccount(content: DraftContent, { person, organisation }: Whom, at: number): DraftContent {
  const source = { kind: 'account' as const, at }
  const given = factsOfAccount(person, organisation).map(
    ({ element, value, locked }) => [element, { value, source, locked }] as const,
  )
  content.knowns = { ...content.knowns, ...Object.fromEntries(given) }
  return content
}

/** Takes over valid answers to the questions about the situation, and nothing else. */
function withAnswers(
  content: DraftContent,
  { lifeEvent, elements }: Bundle,
  given: Record<string, unknown>,
  today: string,
): DraftContent {
  lifeEvent.situations.forEach(({ element: code }, i) => {
    const element = elements[code]
    const raw = rawOf(given[code])
    if (!element || raw === undefined || takeValue(element, raw, true, { today }).fault) return
    content.answers[code] = raw
    const step = `s${i + 1}`
    content.saved = [...content.saved.filter((saved) => saved !== step && saved !== `${step}!`), step]
  })
  return content
}

function rawOf(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
}
