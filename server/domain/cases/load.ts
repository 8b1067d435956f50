import type { Actor } from '#shared/access/actor.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import { alternativesOf } from '#shared/catalog/prerequisites.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { CaseContent } from '#shared/cases/content.ts'
import { GIVEN } from '#shared/cases/states.ts'
import { derivedFact } from '#shared/elements/derive.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Fact, Facts } from '#shared/rules/judge.ts'
import type { Act, Look } from '../act.ts'
import { bundleOf } from '../catalog/index.ts'
import { workOf, workOfParent, workVisible, type WorkRow } from '../work/index.ts'
import { caseById, caseByNo, updateCase, type CaseRow } from './store.ts'

/** A case with its bundle and its items. */
export interface LoadedCase {
  row: CaseRow
  bundle: Bundle
  items: WorkRow[]
}

/** The case with this number, if the actor may see it: its applicant, or staff who may see one of its items. */
export async function loadCase(act: Act | Look, no: string): Promise<LoadedCase> {
  return visible(act, await caseByNo(act.tx, no))
}

export async function loadCaseById(act: Act | Look, id: string): Promise<LoadedCase> {
  return visible(act, await caseById(act.tx, id))
}

/** One item of a case, if the actor may see it. */
export async function loadItem({ tx, actor }: Act | Look, id: string): Promise<WorkRow> {
  const item = await workOf(tx, id)
  if (!item || item.kind !== 'caseItem' || !workVisible(item, actor)) throw new Refusal('not_found')
  return item
}

async function visible(act: Act | Look, row: CaseRow | undefined): Promise<LoadedCase> {
  if (!row) throw new Refusal('not_found')
  const items = await workOfParent(act.tx, row.id)
  if (!isOwn(row, act.actor) && !items.some((item) => workVisible(item, act.actor)))
    throw new Refusal('not_found')
  return { row, bundle: await bundleOf(act.tx, row.bundleId), items }
}

/** Whether somebody follows a case as their own: its applicant, or the person who filled it in for them. */
export function isOwn({ applicantId, agent }: Pick<CaseRow, 'applicantId' | 'agent'>, actor: Actor): boolean {
  return actor.kind === 'person' && (applicantId === actor.id || agent === `person:${actor.id}`)
}

/** Writes a change of a case, or refuses when somebody else changed it meanwhile. */
export async function changeCase(act: Act, row: CaseRow, change: Partial<CaseRow>): Promise<void> {
  if (!(await updateCase(act.tx, row, change))) throw new Refusal('changed_meanwhile')
}

/** The facts of a case, with what follows by computation. */
export function caseFacts(bundle: Pick<Bundle, 'elements'>, content: CaseContent, at: number): Facts {
  function factOf(code: string): Fact | undefined {
    const derive = bundle.elements[code]?.derive
    return derive ? derivedFact(derive, factOf, dayOf(at)) : content.facts[code]
  }
  return factOf
}

/**
 * What must be granted before an item may start, as far as it is part of the case: of each group, any one. Groups of
 * which nothing is part of the case hold nothing up.
 */
export function prerequisitesOf({ bundle, items }: LoadedCase, item: WorkRow): WorkRow[][] {
  const prerequisites = bundle.lifeEvent.items.find((each) => each.item === item.topic)?.prerequisites ?? []
  return prerequisites
    .map((prerequisite) => items.filter((each) => alternativesOf(prerequisite).includes(each.topic)))
    .filter((group) => group.length > 0)
}

/** Whether everything an item waits for is granted. */
export function isReady(loaded: LoadedCase, item: WorkRow): boolean {
  return prerequisitesOf(loaded, item).every((group) => group.some(({ state }) => GIVEN.includes(state)))
}
