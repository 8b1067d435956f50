import { can, unitsWith } from '#shared/access/can.ts'
import { didIt } from '#shared/access/stand-in.ts'
import { ALERT_KINDS, type AlertKind, type AlertLine } from '#shared/exchange/board-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { staffNames } from '../identity/index.ts'
import { departmentOf } from './department-of.ts'
import { alertById, alertsSince, setSeen, type AlertSight } from './store/alerts.ts'
import type { AlertRow } from './store/anomalies.ts'

/** The newest alerts that a board shows. */
const MOST = 50

/** Alerts for a reader of the board: those nobody saw to, and those seen to since a moment. */
export async function ownAlerts(look: Look, since: number): Promise<AlertLine[]> {
  const rows = await alertsSince(look.tx, since, alertSight(look), MOST)
  const names = await staffNames(
    look.tx,
    rows.flatMap(({ seenBy, detail }) => [seenBy, String(detail.post ?? '')]).filter((id) => id !== ''),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: kindOf(row),
    about: aboutOf(look, row, names),
    department: departmentOf(look, row.unit),
    detail: row.detail,
    at: row.at,
    seenBy: names.get(row.seenBy) ?? '',
    seenAt: row.seenAt,
    mine: row.seenAt === 0 && mayAcknowledge(look, row),
  }))
}

/**
 * Says, under one's name, that an alert was seen to.
 * @throws Refusal not_found for whom it does not concern; own_work for the post it is about; changed_meanwhile when
 * somebody else was first
 */
export async function acknowledgeAlert(act: Act, { alert }: { alert: string }): Promise<{ alert: string }> {
  const row = await alertById(act.tx, alert, alertSight(act))
  if (!row || act.actor.kind !== 'staff') throw new Refusal('not_found')
  if (didIt(act.actor, String(row.detail.post))) throw new Refusal('own_work')
  if (!(await setSeen(act.tx, row.id, act.actor.id, act.at))) throw new Refusal('changed_meanwhile')
  act.note({
    verb: 'exchange.alertSeen',
    subjectKind: 'alert',
    subjectId: row.id,
    detail: { kind: row.kind },
  })
  return { alert }
}

function alertSight({ actor }: Pick<Look, 'actor'>): AlertSight {
  return { units: unitsWith(actor, 'exchange.provide'), office: can(actor, 'exchange.govern') }
}

function mayAcknowledge({ actor }: Pick<Look, 'actor'>, { detail }: AlertRow): boolean {
  return actor.kind === 'staff' && detail.post !== actor.id
}

function kindOf({ id, kind }: AlertRow): AlertKind {
  const known = ALERT_KINDS.find((each) => each === kind)
  if (!known) throw new Error(`alert ${id} is of no known kind: ${kind}`)
  return known
}

function aboutOf(
  { lang }: Pick<Look, 'lang'>,
  { detail }: AlertRow,
  names: ReadonlyMap<string, string>,
): string {
  if (detail.post !== undefined) return names.get(String(detail.post)) ?? ''
  const resource = catalog().find('resource', String(detail.resource ?? ''))
  return resource ? say(resource.name, lang) : String(detail.resource ?? '')
}
