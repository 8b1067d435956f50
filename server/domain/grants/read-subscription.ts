import { can, unitsWith } from '#shared/access/can.ts'
import type { SubscriptionLine, SubscriptionView } from '#shared/exchange/subscription-view.ts'
import { ENDING_DAYS, isOver, needsProvider } from '#shared/exchange/subscription-rules.ts'
import { fieldName } from '#shared/catalog/resource.ts'
import { actorId } from '#shared/access/actor.ts'
import { addDays, dayOf } from '#shared/calendar/day.ts'
import { say } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { presentWork, timeline, workOf } from '../work/index.ts'
import { findSubscription, type FoundSubscription } from './find-subscription.ts'
import { departmentNamed, itemNamed, resourceNamed } from './names.ts'
import { presentGrant } from './present-grant.ts'
import { grantsOfSubscription, subscriptionsFor, type GrantRow } from './store.ts'

/** Lines on a page. */
const PAGE = 50

/** Applications of the reader's departments and for their resources, the newest first; all for the data office. */
export async function listSubscriptions(
  look: Look,
  { before }: { before: string },
): Promise<{ rows: SubscriptionLine[]; next: string | null }> {
  const { tx, actor, at, lang } = look
  const units = unitsWith(actor, 'exchange.browse')
  const provided = catalog()
    .all('resource')
    .filter(({ provider }) => units !== 'all' && units.includes(provider))
    .map(({ code }) => code)
  const found = await subscriptionsFor(tx, units, provided, before, PAGE + 1)
  const shown = found.slice(0, PAGE)
  const rows = await Promise.all(
    shown.map(async (row): Promise<SubscriptionLine> => {
      const work = await workOf(tx, row.workId)
      return {
        no: row.no,
        resource: resourceNamed(row.resource, lang).name,
        unit: departmentNamed(row.unit, lang).name,
        state: work?.state ?? 'applied',
        dueDay: work ? presentWork(work, actor, at).dueDay : null,
        createdAt: row.createdAt,
        validTo: row.validTo,
      }
    }),
  )
  return { rows, next: found.length > PAGE ? (shown.at(-1)?.no ?? null) : null }
}

/** An application with all that was said and decided, and what came of it. */
export async function readSubscription(look: Look, { no }: { no: string }): Promise<SubscriptionView> {
  const found = await findSubscription(look, no)
  const { row, work } = found
  const { tx, actor, at, lang } = look
  const resource = catalog().one('resource', row.resource)
  const decided = row.approved !== null || row.decidedAt > 0
  const events = await timeline(tx, work.id)
  const grants = await grantsOfSubscription(tx, row)
  const { dueDay, daysLeft, provisional } = presentWork(work, actor, at)
  return {
    no,
    resource: {
      ...resourceNamed(row.resource, lang),
      provider: departmentNamed(resource.provider, lang).name,
      sharing: resource.sharing,
      condition: resource.sharingCondition ? say(resource.sharingCondition, lang) : '',
    },
    unit: departmentNamed(row.unit, lang),
    items: row.items.map((item) => itemNamed(item, lang)),
    fields: row.fields.map((field) => ({
      field,
      name: say(fieldName(resource, field), lang),
      approved: decided ? (row.approved ?? []).includes(field) : null,
    })),
    basis: row.basis,
    scenario: row.scenario,
    purpose: row.purpose,
    frequency: row.frequency,
    validTo: row.validTo,
    state: work.state,
    department: departmentNamed(work.unit, lang).name,
    dueDay,
    daysLeft,
    provisional,
    moves: movesOf(found, look),
    grants: grants.map((grant) => presentGrant(grant, look, new Map([[row.id, row]]))),
    endsOn: endsOn(grants, dayOf(at)),
    events: events.map(({ move, at: moment, note }) => ({ move, at: moment, note })),
    createdAt: row.createdAt,
  }
}

function movesOf({ row, work }: FoundSubscription, { actor, at }: Look): string[] {
  const theirs = can(actor, 'exchange.subscribe', row.unit)
  const open = work.closedAt === 0
  if (theirs || actorId(actor) === row.applicantId) return open && theirs ? ['withdraw'] : []
  const asks = needsProvider(catalog().one('resource', row.resource), row.unit)
  const granting = ['approve', 'forward', 'agree']
  const never = isOver(row, dayOf(at)) ? granting : [asks ? 'approve' : 'forward']
  return presentWork(work, actor, at).moves.filter((move) => !never.includes(move))
}

/** The last day of grants that are in force and end soon. */
function endsOn(grants: readonly GrantRow[], today: string): string | null {
  const soon = addDays(today, Math.max(...ENDING_DAYS))
  const ending = grants.filter(
    ({ state, validTo }) => state === 'active' && today <= validTo && validTo <= soon,
  )
  return ending.map(({ validTo }) => validTo).sort()[0] ?? null
}
